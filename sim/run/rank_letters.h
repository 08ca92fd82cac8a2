#pragma once
// What ranks write to each other. The first rank deals units; the others answer with results.
//
//   others:  ready            deal, deal, ... end            farewell
//   first:         (all are)        result, result, ... done
//
// Any rank may fail or be asked to stop in between; "end" then comes early. After "done" a rank
// sends nothing more, so that the first one knows when all has arrived, and it waits, asleep, until
// the first one has written the results: MPI's own end would keep its core busy.

#include <algorithm>
#include <chrono>
#include <string>

#include "sim/run/byte_order.h"

namespace sim {

enum class Subject : int {
  ready,     ///< Ready
  deal,      ///< unit numbers, 8 bytes each
  result,    ///< the result's bytes, then the unit number
  failed,    ///< a sentence: a unit threw
  stop,      ///< a signal asks the run to stop
  end,       ///< begin no more units
  done,      ///< nothing more follows
  farewell,  ///< all is over
};

/// How a rank reports. `code` is 0, or what the program would end with: 2 for wrong inputs.
struct Ready {
  std::uint32_t code = 0, threads = 0;
  std::string host;
  std::string text;  ///< what the inputs are, or the sentence of the error

  Bytes bytes() const {
    ByteWriter to(2 * sizeof(std::uint32_t) + ByteWriter::size_of(host) +
                  ByteWriter::size_of(text));
    to.put(code);
    to.put(threads);
    to.put(host);
    to.put(text);
    return to.take();
  }
  static Ready from(const Bytes& bytes) {
    ByteReader reader(bytes);
    Ready ready;
    ready.code = reader.number<std::uint32_t>();
    ready.threads = reader.number<std::uint32_t>();
    ready.host = reader.text();
    ready.text = reader.text();
    return ready;
  }
};

/// How long to sleep before the next look at the mail. After news the next look comes soon, as more
/// often follows; without any the pauses grow. A look and its sleep take some 30 microseconds of a
/// core: 6% of it while a letter is held up (measured), less while nothing comes. A
/// letter on its way moves only while both sides look.
class Patience {
 public:
  std::chrono::microseconds next(bool news, bool moving) {
    const std::chrono::microseconds shortest(50), longest(moving ? 400 : 2000);
    pause_ = news ? shortest : std::min(2 * pause_, longest);
    return pause_;
  }

 private:
  std::chrono::microseconds pause_{50};
};

}  // namespace sim
