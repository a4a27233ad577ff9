// Tools whose findings are violations.
#include "cli/tool_state.h"
#include "json/json.h"

namespace presscut::cli {

int Tool::prove(int argc, char** argv, const Prove& prove) {
  state_->proves = true;
  state_->abilities.prints_documents = false;
  const auto line = [&](const std::string& id, const std::string& violation) {
    std::string out;
    if (!state_->common.json) return output::append_row({id, violation}, false, out), out;
    out = "{";
    json::write_member("id", id, out);
    out += ", ";
    json::write_member("violation", violation, out);
    return out + "}\n";
  };
  const Print print = [&](const Document& document, std::string& out) {
    const auto violations = prove(document);
    for (const std::string& violation : violations) out += line(document.id, violation);
    return !violations.empty();
  };
  return state_->guarded(*this, argc, argv, [&] {
    RunOptions options = state_->run_options(*this);
    options.json = options.form_feeds = false;
    options.again = [&](const std::string& id) { return line(id, "this id came before"); };
    const Summary summary = run_documents(
        options, [](Document&) {}, print);
    state_->batch.write_stats(summary, state_->name);
    if (summary.failed) return Exit::failed;
    return summary.found ? Exit::not_found : Exit::done;
  });
}

}  // namespace presscut::cli
