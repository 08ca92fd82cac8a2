#pragma once
// How many cores of its machine a rank should use.

namespace sim {

/// This rank's share of the cores that it may use, where each core is shared evenly by the ranks of
/// the same machine that may use it; at least 1. mpirun and Slurm may bind ranks to cores of their
/// own, or leave all cores to all ranks. Every rank calls it, once, after MPI has started and
/// before it starts threads.
///
/// With `free` the calling thread, and threads that it starts, may afterwards use the cores of all
/// these ranks: so the first one can write the results with them while the others sleep.
unsigned share_of_cores(bool free);

}  // namespace sim
