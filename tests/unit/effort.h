// How much work cases do that run through many inputs.
#pragma once

/// Under the sanitizers, which make code some ten times slower, long loops take each `step`-th of their
/// inputs. 29 is prime to the days of a week and the months of a year, so that all of these come up.
#ifdef __SANITIZE_ADDRESS__
inline constexpr int step = 29;
#else
inline constexpr int step = 1;
#endif

/// What is large only to be large has a tenth of it there.
constexpr int scaled(int whole) { return step == 1 ? whole : whole / 10; }
