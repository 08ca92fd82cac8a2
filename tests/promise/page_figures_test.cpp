// What the page's own code works out from the model's sums, by hand: web/workshop/engine_test.mjs.

#include <catch2/catch.hpp>
#include <cstdlib>

#ifdef BELONG_WASM_MODULE
TEST_CASE("the page's figures are right: years, bands, pairs, sums", "[formula]") {
  CHECK(std::system("node " BELONG_SOURCE_DIR "/web/workshop/engine_test.mjs") == 0);
}
#endif
