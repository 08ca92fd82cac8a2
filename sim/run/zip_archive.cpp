#include "sim/run/zip_archive.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <zip.h>

#include <algorithm>
#include <set>

#include "sim/run/config_error.h"

namespace sim {
namespace {

constexpr zip_int64_t kMostEntries = 1000;
constexpr std::size_t kMostGrowth = 200, kSmall = std::size_t{1} << 20;

bool leads_out(const std::string& name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string::npos) return true;
  if (name.size() > 1 && name[1] == ':') return true;
  for (std::size_t from = 0; from <= name.size();) {
    const std::size_t to = std::min(name.find('/', from), name.size());
    if (name.substr(from, to - from) == "..") return true;
    from = to + 1;
  }
  return false;
}

std::string shown(std::string name) {
  name = name.substr(0, 80);
  for (char& c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  return name;
}

bool is_link(zip_t* zip, zip_uint64_t k) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(zip, k, 0, &system, &attributes) != 0) return false;
  return system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> 16);
}

}  // namespace

struct ZipArchive::State {
  std::string path;
  zip_t* zip = nullptr;
  std::vector<std::string> names;
  std::vector<zip_uint64_t> places, sizes;

  ~State() {
    if (zip != nullptr) zip_discard(zip);
  }
  [[noreturn]] void refuse(const std::string& why) const {
    throw ConfigError(fmt::format("{}: {}", path, why));
  }
  void open() {
    int code = 0;
    zip = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (zip != nullptr) return;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string why = zip_error_strerror(&error);
    zip_error_fini(&error);
    refuse(fmt::format("cannot be read as a zip archive: {}", why));
  }
  void look_at(zip_uint64_t k, const ZipLimits& limits, std::size_t& all) {
    zip_stat_t stat;
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(zip, k, 0, &stat) != 0 || (stat.valid & needed) != needed) {
      refuse("is damaged: an entry cannot be read");
    }
    const std::string name = stat.name;
    if (leads_out(name)) refuse(fmt::format("{} leads out of the archive", shown(name)));
    if (is_link(zip, k)) refuse(fmt::format("{} is a symbolic link", shown(name)));
    if (name.back() == '/') return;
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE) {
      refuse(fmt::format("{} is encrypted", shown(name)));
    }
    if (stat.size > limits.most_file) {
      refuse(fmt::format("{} is longer than {} MiB, the most that is read", shown(name),
                         limits.most_file >> 20));
    }
    all += stat.size;
    if (all > limits.most_all) {
      refuse(fmt::format("holds more than {} MiB, the most that is read", limits.most_all >> 20));
    }
    if (stat.size > kSmall && stat.size / kMostGrowth > stat.comp_size) {
      refuse(fmt::format("{} grows more than {}-fold when unpacked, as no roster does", shown(name),
                         kMostGrowth));
    }
    names.push_back(name);
    places.push_back(k);
    sizes.push_back(stat.size);
  }
};

ZipArchive::ZipArchive(const std::string& path, ZipLimits limits)
    : state_(std::make_unique<State>()) {
  state_->path = path;
  state_->open();
  const zip_int64_t entries = zip_get_num_entries(state_->zip, 0);
  if (entries > kMostEntries) {
    state_->refuse(fmt::format("has {} entries; at most {}", entries, kMostEntries));
  }
  std::size_t all = 0;
  for (zip_int64_t k = 0; k < entries; ++k) {
    state_->look_at(static_cast<zip_uint64_t>(k), limits, all);
  }
  const std::set<std::string> once(state_->names.begin(), state_->names.end());
  if (once.size() != state_->names.size()) state_->refuse("has two files of the same name");
}

ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

const std::vector<std::string>& ZipArchive::names() const { return state_->names; }

bool ZipArchive::has(const std::string& name) const {
  return std::find(names().begin(), names().end(), name) != names().end();
}

std::string ZipArchive::text(const std::string& name) const {
  const auto at = std::find(names().begin(), names().end(), name);
  if (at == names().end()) state_->refuse(fmt::format("there is no {}", shown(name)));
  const auto k = static_cast<std::size_t>(at - names().begin());
  const auto damaged = [&] { state_->refuse(fmt::format("{} is damaged", shown(name))); };
  const auto close = [](zip_file_t* open) { zip_fclose(open); };
  const std::unique_ptr<zip_file_t, decltype(close)> file(
      zip_fopen_index(state_->zip, state_->places[k], 0), close);
  if (!file) damaged();
  std::string text(state_->sizes[k], '\0');
  std::size_t got = 0;
  while (got < text.size()) {
    const zip_int64_t n = zip_fread(file.get(), text.data() + got, text.size() - got);
    if (n <= 0) damaged();
    got += static_cast<std::size_t>(n);
  }
  char more = 0;  // reading past the end also checks the sum
  if (zip_fread(file.get(), &more, 1) != 0) damaged();
  return text;
}

}  // namespace sim
