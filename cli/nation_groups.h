#pragma once
// Who learns and who teaches in each school of a nation (the equations are in nation.h).

#include "cli/nation.h"
#include "sim/kernel/random.h"

namespace cli {

/// Fills `nation.groups`. Each school adds up to its students, each group to the nation's.
void draw_groups(sim::Stream s, const NationPlan& plan, const models::Dimension& dimension,
                 Nation& nation);

/// Fills `nation.teachers` from `nation.groups`.
void draw_teachers(const NationPlan& plan, const models::Dimension& dimension, Nation& nation);

}  // namespace cli
