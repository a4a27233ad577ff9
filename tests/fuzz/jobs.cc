// Any input, many times over so that threads have something to share: four jobs print what one prints.
#include "cli/runner.h"
#include "json/json.h"
#include "prove.h"
#include "stages/stages.h"

using namespace presscut;

static std::string printed(cli::RunOptions options, int jobs) {
  std::string out;
  options.jobs = jobs;
  options.silent = options.json = true;
  options.keep = [&](std::string_view more) { out += more; };
  const auto annotate = [](Document& document) {
    stages::run(stages::Stage::groups, {}, document);
    stages::run(stages::Stage::figures, {}, document);
  };
  const cli::Summary summary =
      run_documents(options, annotate, [](const Document&, std::string&) { return true; });
  fuzz::hold(summary.stats.in == summary.stats.out + summary.stats.failed, "in is out and failed");
  return out + batch::json_of(summary.stats, "fuzz", "", "");
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view bytes = fuzz::view(data, size);
  constexpr std::optional<io::Form> forms[] = {{}, io::Form::ndjson, io::Form::warc, io::Form::html};
  cli::RunOptions options;
  options.tool = "presscut-fuzz";
  options.inputs.from = forms[fuzz::choose(bytes, 4)];
  options.source.uncleaned = fuzz::choose(bytes, 2) == 1 ? cli::Uncleaned::clean : cli::Uncleaned::take_text;
  if (fuzz::choose(bytes, 4) == 1) options.most_errors = 70;
  const fuzz::File file(bytes);
  options.inputs.paths.assign(150, file.path());
  fuzz::hold(printed(options, 1) == printed(options, 4), "four jobs print what one prints");
  return 0;
}
