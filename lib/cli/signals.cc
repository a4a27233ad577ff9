#include "cli/signals.h"

#include <atomic>
#include <csignal>

namespace presscut::cli {
namespace {

std::atomic<int> received = 0;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void receive(int number) { received = number; }

}  // namespace

void watch_signals() {
  struct sigaction action {};
  action.sa_handler = receive;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int number : {SIGTERM, SIGINT}) sigaction(number, &action, nullptr);
}

int signal_received() { return received; }

}  // namespace presscut::cli
