// Signals that ask a long run to end.
#pragma once

namespace presscut::cli {

/// From now on SIGTERM and SIGINT let the run finish what it is at; the second one ends it at once.
void watch_signals();

/// The signal that came since, or 0.
int signal_received();

}  // namespace presscut::cli
