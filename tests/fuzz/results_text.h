#pragma once
// A results file as lines of text that a fuzzer can change, and back:
//
//   A object name number|text value         an attribute; object "." is the file
//   D name label label ...                  a dimension
//   V name whole|real|text dim,dim,... value value ...
//
// Fields are parted by tabs.

#include <string>

namespace fuzz {

/// Of a sealed file.
std::string text_of_results(const std::string& path);

/// Writes the sealed file that the text describes. Lines that describe nothing are passed over.
/// False if it cannot be written (a name twice, a wrong number of values).
bool write_results_text(const std::string& text, const std::string& path);

}  // namespace fuzz
