// Tools whose findings are violations.
#include "cli/tool_state.h"
#include "output/table.h"

namespace presscut::cli {

int Tool::prove(int argc, char** argv, const Prove& prove) {
  state_->proves = true;
  state_->abilities.prints_documents = false;
  return state_->guarded(*this, argc, argv, [&] {
    output::TableOptions form;
    form.json = state_->common.json;
    const output::Table violations({"id", "violation"}, 2, form);
    const Print print = [&](const Document& document, std::string& out) {
      const auto found = prove(document);
      for (const std::string& violation : found) violations.append({document.id, violation}, out);
      return !found.empty();
    };
    RunOptions options = state_->run_options(*this);
    options.json = options.form_feeds = false;
    options.again = [&](const std::string& id) {
      std::string out;
      violations.append({id, "this id came before"}, out);
      return out;
    };
    const Summary summary = run_documents(
        options, [](Document&) {}, print);
    state_->batch.write_stats(summary, state_->name);
    if (summary.failed) return Exit::failed;
    return summary.found ? Exit::not_found : Exit::done;
  });
}

}  // namespace presscut::cli
