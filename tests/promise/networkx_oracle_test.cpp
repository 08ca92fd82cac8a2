// Our measures against those of networkx, on networks that networkx made. The figures in
// networkx_figures.txt are checked always; those of the networkx on this machine, if there is one,
// too. How the table was made stands in networkx_oracle.py.

#include <sys/wait.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/network_measures.h"
#include "tests/promise/scratch.h"

namespace {

using analysis::UndirectedView;
using Numbers = std::vector<double>;
using Figures = std::map<std::string, Numbers>;

std::vector<Figures> read_figures(const std::string& path, std::vector<std::string>& titles) {
  std::vector<Figures> networks;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string key;
    if (!(words >> key)) continue;
    if (key == "network") {
      titles.push_back(line.substr(8));
      networks.emplace_back();
      continue;
    }
    Numbers& numbers = networks.back()[key];
    for (double number; words >> number;) numbers.push_back(number);
  }
  return networks;
}

/// `ends` holds source and target by turns, sorted by source.
sim::Network network_of(std::size_t rows, const Numbers& ends) {
  sim::Network network;
  std::size_t at = 0;
  for (std::size_t i = 0; i < rows; ++i) {
    for (; at < ends.size() && ends[at] == static_cast<double>(i); at += 2) {
      network.add(static_cast<sim::Row>(ends[at + 1]), 255);
    }
    network.end_row();
  }
  REQUIRE(at == ends.size());
  REQUIRE(analysis::is_simple(network.view()));
  return network;
}

template <class T>
Numbers numbers(const std::vector<T>& column) {
  return Numbers(column.begin(), column.end());
}

Numbers counts(const analysis::Share& share) {
  return {static_cast<double>(share.part), static_cast<double>(share.whole)};
}

void check_close(const Numbers& ours, const Numbers& theirs) {
  REQUIRE(ours.size() == theirs.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    INFO("row " << i);
    CHECK(ours[i] == Approx(theirs[i]).epsilon(1e-10).margin(1e-12));
  }
}

void check_network(const Figures& theirs) {
  const auto rows = static_cast<std::size_t>(theirs.at("rows").at(0));
  const auto network = network_of(rows, theirs.at("ties"));
  const auto later = network_of(rows, theirs.at("later"));
  const auto g = network.view();
  const auto both = analysis::symmetrised(g);
  const UndirectedView undirected{both.view()};

  CHECK(numbers(analysis::in_degrees(g)) == theirs.at("in_degree"));
  CHECK(numbers(analysis::out_degrees(g)) == theirs.at("out_degree"));
  CHECK(numbers(analysis::weak_components(g).of) == theirs.at("weak"));
  CHECK(numbers(analysis::strong_components(g).of) == theirs.at("strong"));
  CHECK(numbers(analysis::core_numbers(undirected)) == theirs.at("core"));
  check_close(analysis::clustering(undirected), theirs.at("clustering"));
  check_close(analysis::betweenness(g), theirs.at("betweenness"));
  check_close({analysis::density(g).value()}, theirs.at("density"));
  CHECK(counts(analysis::transitivity(g)) == theirs.at("two_paths"));
  CHECK(counts(analysis::jaccard(g, later.view())) == theirs.at("jaccard"));
  if (network.targets.empty()) return;

  check_close({analysis::reciprocity(g).value()}, theirs.at("reciprocity"));
  // When every tie is answered, ours is the share of closed triples that networkx reports.
  check_close({analysis::transitivity(both.view()).value()}, theirs.at("undirected_transitivity"));
  std::vector<std::uint8_t> group;
  std::size_t members = 0;
  for (const double number : theirs.at("group")) {
    group.push_back(static_cast<std::uint8_t>(number));
    members += group.back() == 0;
  }
  check_close({analysis::homophily(analysis::within_group(g, group, 0), members, rows)},
              theirs.at("homophily"));
  check_close({analysis::ei_index(analysis::within_groups(g, group))}, theirs.at("ei_index"));
}

void check_file(const std::string& path) {
  std::vector<std::string> titles;
  const auto networks = read_figures(path, titles);
  REQUIRE(networks.size() == 8);
  for (std::size_t at = 0; at < networks.size(); ++at) {
    INFO(titles[at]);
    check_network(networks[at]);
  }
}

const std::string here = BELONG_SOURCE_DIR "/tests/promise/";

}  // namespace

TEST_CASE("network measures agree with the figures that networkx gave", "[promise]") {
  check_file(here + "networkx_figures.txt");
}

TEST_CASE("network measures agree with the networkx on this machine", "[promise]") {
  const std::string figures = test::scratch("networkx_figures.txt");
  const std::string command =
      "/usr/bin/python3 '" + here + "networkx_oracle.py' > '" + figures + "'";
  const int status = std::system(command.c_str());
  REQUIRE(WIFEXITED(status));
  // The script says 77 when networkx is missing, the shell 127 when Python is.
  if (WEXITSTATUS(status) == 77 || WEXITSTATUS(status) == 127) {
    WARN("networkx is not here; install python3-networkx to compare with it");
    return;
  }
  REQUIRE(WEXITSTATUS(status) == 0);
  check_file(figures);
}
