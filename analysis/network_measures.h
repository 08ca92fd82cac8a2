#pragma once
// What a network layer looks like: how dense, how mutual, how clustered, how separated by group.
//
// A measure that is a share comes back as its two counts. Counts of many schools, replicates or
// days add up exactly and in any order; divide once, at the end, with value().
//
// Every function wants a simple layer (see is_simple()). i, j and k are rows; x_ij is 1 where i
// names j, else 0; n is the number of rows. Functions on UndirectedView take what symmetrised()
// in analysis/boost_graph.h makes: there i and j are tied when either names the other.
//
//   density        sum x_ij / (n (n - 1))
//   reciprocity    sum x_ij x_ji / sum x_ij
//   transitivity   sum x_ik x_kj x_ij / sum x_ik x_kj, over i != j: of the pairs that a third
//                  joins, how many are tied themselves (transitive triplets over two-paths)
//   jaccard        N11 / (N11 + N10 + N01): ties in both waves over ties in either
//   E-I            (external - internal) / (external + internal), -1 all within .. 1 all across
//                  (Krackhardt & Stern 1988, doi:10.2307/2786835)
//   homophily      (s_g - w_g) / (1 - w_g): 1 all ties of the group stay inside, 0 as many as
//                  chance would make, below 0 fewer; the least is -w_g / (1 - w_g). s_g is the
//                  share of the group's ties that stay in the group and
//                  w_g = (n_g - 1) / (n - 1) what a member who names others at random would have
//                  (Coleman 1958; Currarini, Jackson & Pin 2009, doi:10.3982/ECTA7528, who take
//                  w_g = n_g / n; we leave the one who names out)
//   clustering     of the pairs of i's neighbours, how many are tied (Watts & Strogatz 1998,
//                  doi:10.1038/30918)
//   core number    the largest k for which i is in a part where all have k neighbours or more
//                  (Seidman 1983, doi:10.1016/0378-8733(83)90028-X)
//   betweenness    of the ordered pairs of others, how many have their shortest way through i;
//                  where there are several, each counts in part (Brandes 2001,
//                  doi:10.1080/0022250X.2001.9990249)

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/boost_graph.h"
#include "sim/kernel/network.h"

namespace analysis {

/// A share in [0, 1] as two counts.
struct Share {
  std::uint64_t part = 0, whole = 0;
  /// part / whole; NaN when there is nothing to have a share of.
  double value() const;
  Share& operator+=(const Share& other);
  friend bool operator==(const Share&, const Share&) = default;
};

/// True when the rows are in order, every target is a row, none names itself and none names
/// another twice.
bool is_simple(const sim::NetworkView& network);

Share density(const sim::NetworkView& network);
Share reciprocity(const sim::NetworkView& network);
Share transitivity(const sim::NetworkView& network);

/// Ties in both waves over ties in either. Row i must be the same student in both.
/// Throws std::invalid_argument when the waves differ in rows.
Share jaccard(const sim::NetworkView& before, const sim::NetworkView& after);

/// How many each row names, and how many name it. One count per row.
std::vector<std::uint32_t> out_degrees(const sim::NetworkView& network);
std::vector<std::uint32_t> in_degrees(const sim::NetworkView& network);

/// Of all ties, those between two of the same group. `group` has one number per row.
/// Throws std::invalid_argument when it has not.
Share within_groups(const sim::NetworkView& network, std::span<const std::uint8_t> group);
/// The same for the ties that members of group `g` send: s_g.
Share within_group(const sim::NetworkView& network, std::span<const std::uint8_t> group,
                   std::uint8_t g);

/// E-I index in [-1, 1] from within_groups(). NaN without ties.
double ei_index(const Share& within);

/// Inbreeding homophily in [-w_g / (1 - w_g), 1] of a group of `members` (at least 1) among
/// `rows`, from within_group(). NaN when the group sends no tie or nobody is outside of it.
double homophily(const Share& within, std::size_t members, std::size_t rows);

/// A component number per row, counted from 0 in the order of each component's first row.
struct Components {
  std::vector<std::uint32_t> of;
  std::size_t count = 0;
  friend bool operator==(const Components&, const Components&) = default;
};

/// Rows that are joined when the direction of ties is left aside.
Components weak_components(const sim::NetworkView& network);
/// Rows that reach each other along ties.
Components strong_components(const sim::NetworkView& network);
/// The share of rows that are in the largest component.
Share largest(const Components& components);

/// Clustering coefficient of each row, in [0, 1]; 0 for a row with fewer than two neighbours.
std::vector<double> clustering(const UndirectedView& network);

/// Core number of each row; 0 for a row without ties.
std::vector<std::uint32_t> core_numbers(const UndirectedView& network);

/// Betweenness of each row along directed ties, all of length one, in [0, 1]; 0 when there are
/// fewer than three rows. Takes rows x ties steps: some 0.1 s for 1,000 students.
std::vector<double> betweenness(const sim::NetworkView& network);

}  // namespace analysis
