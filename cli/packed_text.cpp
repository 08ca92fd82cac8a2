#include "cli/packed_text.h"

#include <libdeflate.h>

#include <boost/archive/iterators/base64_from_binary.hpp>
#include <boost/archive/iterators/transform_width.hpp>
#include <memory>
#include <new>

namespace cli {
namespace {

constexpr int kLevel = 12;  // of 1 to 12: a page is written once and opened often

std::string gzip(std::string_view text) {
  const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor(
      libdeflate_alloc_compressor(kLevel), libdeflate_free_compressor);
  if (!compressor) throw std::bad_alloc();
  std::string packed(libdeflate_gzip_compress_bound(compressor.get(), text.size()), '\0');
  packed.resize(libdeflate_gzip_compress(compressor.get(), text.data(), text.size(), packed.data(),
                                         packed.size()));
  return packed;
}

}  // namespace

std::string packed_text(std::string_view text) {
  using namespace boost::archive::iterators;
  using Letters = base64_from_binary<transform_width<const char*, 6, 8>>;
  std::string packed = gzip(text);
  const std::size_t rest = packed.size() % 3;
  const std::size_t padding = rest == 0 ? 0 : 3 - rest;
  packed.append(padding, '\0');  // whole groups of three bytes
  std::string letters(Letters(packed.data()), Letters(packed.data() + packed.size()));
  letters.replace(letters.size() - padding, padding, padding, '=');
  return letters;
}

}  // namespace cli
