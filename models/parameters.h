#pragma once
// All parameters of the science, one member per part, in the order of the day.

#include "models/appraisal.h"
#include "models/attendance.h"
#include "models/behaviour.h"
#include "models/belonging.h"
#include "models/cues.h"
#include "models/engagement.h"
#include "models/entry.h"
#include "models/feedback.h"
#include "models/friendship.h"
#include "models/learning.h"
#include "models/lens.h"
#include "models/practice.h"
#include "models/relation.h"
#include "models/representation.h"
#include "models/season.h"
#include "models/staff.h"
#include "models/teacher_response.h"
#include "models/vigilance.h"

namespace models {

struct Parameters {
  AttendanceParameters attendance;
  CueParameters cue;
  RepresentationParameters representation;
  AppraisalParameters appraisal;
  BehaviourParameters behaviour;
  ResponseParameters response;
  RelationParameters relation;
  LensParameters lens;
  BelongingParameters belonging;
  VigilanceParameters vigilance;
  EngagementParameters engagement;
  LearningParameters learning;
  SeasonParameters season;
  FriendshipParameters friendship;
  PracticeParameters practice;
  StaffParameters staff;
  EntryParameters entry;
  FeedbackParameters feedback;
};

/// Calls f(section) for every section of parameters, in that order. `P` is Parameters, const or
/// not.
template <class P, class F>
constexpr void for_each_section(P& all, F&& f) {
  f(all.attendance);
  f(all.cue);
  f(all.representation);
  f(all.appraisal);
  f(all.behaviour);
  f(all.response);
  f(all.relation);
  f(all.lens);
  f(all.belonging);
  f(all.vigilance);
  f(all.engagement);
  f(all.learning);
  f(all.season);
  f(all.friendship);
  f(all.practice);
  f(all.staff);
  f(all.entry);
  f(all.feedback);
}

}  // namespace models
