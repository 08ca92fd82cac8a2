#include "sim/run/rank_cores.h"

#define OMPI_SKIP_MPICXX 1
#define MPICH_SKIP_MPICXX 1
#include <mpi.h>
#include <sched.h>

#include <algorithm>
#include <vector>

namespace sim {

unsigned share_of_cores(bool free) {
  cpu_set_t mine;
  CPU_ZERO(&mine);
  sched_getaffinity(0, sizeof mine, &mine);

  MPI_Comm machine = MPI_COMM_NULL;
  MPI_Comm_split_type(MPI_COMM_WORLD, MPI_COMM_TYPE_SHARED, 0, MPI_INFO_NULL, &machine);
  int ranks = 1;
  MPI_Comm_size(machine, &ranks);
  std::vector<cpu_set_t> all(static_cast<std::size_t>(ranks));
  MPI_Allgather(&mine, sizeof mine, MPI_BYTE, all.data(), sizeof mine, MPI_BYTE, machine);
  MPI_Comm_free(&machine);

  double share = 0;
  for (int core = 0; core < CPU_SETSIZE; ++core) {
    const auto may_use = [core](const cpu_set_t& set) { return CPU_ISSET(core, &set) != 0; };
    if (may_use(mine)) share += 1.0 / static_cast<double>(std::ranges::count_if(all, may_use));
  }
  if (free) {
    cpu_set_t any = mine;
    for (const cpu_set_t& one : all) CPU_OR(&any, &any, &one);
    sched_setaffinity(0, sizeof any, &any);  // refused: it stays with its own
  }
  // A third of three cores is one, whatever its last digit.
  return std::max(1u, static_cast<unsigned>(share + 1e-6));
}

}  // namespace sim
