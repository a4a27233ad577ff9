#include "batch/folder.h"

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "batch/names.h"
#include "digest/digest.h"
#include "json/json.h"

namespace presscut::batch {

namespace fs = std::filesystem;

Folder::Folder(FolderOptions options) : options_(std::move(options)) {
  std::error_code error;
  fs::create_directories(options_.path, error);
  if (error) throw std::runtime_error(options_.path + ": " + error.message());
  journal_ = std::make_unique<Journal>(path_of(own_file("journal")), options_.run, options_.resumes);
  if (!options_.manifest.empty()) manifest_ = std::make_unique<NewFile>(options_.manifest);
}

// Its name begins with a point, as no document's does.
std::string Folder::own_file(std::string_view ending) const {
  return fmt::format(".presscut-{}-of-{}.{}", options_.shard.number, options_.shard.count, ending);
}

std::optional<Entry> Folder::written(std::string_view id, std::uint64_t source) const {
  auto entry = journal_->entry_of(file_name(id, options_.extension));
  std::error_code error;
  if (entry &&
      (entry->source != source || fs::file_size(path_of(entry->file), error) != entry->bytes || error))
    return std::nullopt;
  return entry;
}

void Folder::write(std::string_view id, std::string_view bytes, Entry entry) {
  entry.file = file_name(id, options_.extension);
  const std::string path = path_of(entry.file), whole = options_.header + std::string(bytes);
  if (journal_->is_new() && fs::exists(fs::symlink_status(path)))
    throw std::runtime_error(path + ": is there already, and no journal knows it");
  NewFile file(path, path_of(own_file("tmp")));
  file.write(whole);
  file.keep();
  changed_ = true;
  entry.bytes = whole.size();
  entry.sha256 = digest::sha256(whole);
  journal_->add(id, entry);
  take_over(id, entry);
}

void Folder::take_over(std::string_view id, const Entry& entry) {
  if (!manifest_) return;
  std::string line = "{\"id\": ";
  json::write_string(id, line);
  manifest_->write(line + fmt::format(", \"file\": \"{}\", \"bytes\": {}, \"sha256\": \"{}\"}}\n", entry.file,
                                      entry.bytes, entry.sha256));
}

void Folder::commit() {
  if (!std::exchange(changed_, false)) return;
  sync_folder(options_.path);
  journal_->commit();
}

void Folder::keep_manifest() {
  if (manifest_) manifest_->keep();
}

}  // namespace presscut::batch
