#include "sim/run/journal_writer.h"

#include <utility>

namespace sim {

JournalWriter::JournalWriter(Journal& journal)
    : journal_(journal), finished_(journal.finished()), thread_([this] { write(); }) {}

JournalWriter::~JournalWriter() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

bool JournalWriter::busy() {
  const std::lock_guard lock(mutex_);
  return under_way_;
}

void JournalWriter::idle(std::unique_lock<std::mutex>& lock) {
  changed_.wait(lock, [this] { return !under_way_; });
  if (error_) std::rethrow_exception(error_);
}

void JournalWriter::add(std::size_t end, std::vector<JournalBlock> blocks) {
  std::unique_lock lock(mutex_);
  idle(lock);
  end_ = end;
  blocks_ = std::move(blocks);
  under_way_ = true;
  lock.unlock();
  changed_.notify_all();
}

void JournalWriter::wait() {
  std::unique_lock lock(mutex_);
  idle(lock);
}

void JournalWriter::write() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return under_way_ || over_; });
    if (!under_way_) return;
    lock.unlock();  // nobody touches the record or the journal while it is under way
    std::exception_ptr error;
    try {
      journal_.add(end_, blocks_);
      finished_ = end_;
    } catch (...) {
      error = std::current_exception();
    }
    blocks_.clear();
    lock.lock();
    error_ = std::move(error);
    under_way_ = false;
    changed_.notify_all();
  }
}

}  // namespace sim
