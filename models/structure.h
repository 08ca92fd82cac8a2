#pragma once
// What a roster says of a school: who sits where, with which teacher, in which grade, and with
// which memberships. It says nothing of what people bring: that is drawn, as for a synthetic
// school. Ids count from 0. Every student has at least one section, and at most one in each period.
//
// The model's day has as many classes for everyone. A student who has fewer sits in one of her own
// sections again in the periods that are left, as in a class that meets twice a day: nobody meets
// anybody whom the roster does not put together. Which one: the last of her own by subject, so that
// core courses count once wherever she has another; in a self-contained school her first.
//
//   membership of a student for whom the roster gives none: drawn, weighted by how many have each

#include <vector>

#include "models/friendship.h"
#include "models/timetable.h"

namespace models {

struct Structure {
  std::uint32_t periods = 0, teachers = 0, grades = 1;
  std::uint32_t self_contained = 0;  ///< 1: one class with its teacher for most of the day
  KnownPeople people;
  std::vector<Section> sections;  ///< `students` is counted
  /// Ids of a section's students, ascending: members[first_member[s] .. first_member[s + 1]).
  std::vector<std::uint32_t> first_member;
  std::vector<std::uint16_t> members;
  /// Whom each student names as a friend, by id; both are empty where the roster says nothing.
  std::vector<std::uint32_t> first_friend;
  std::vector<std::uint16_t> friends;

  std::size_t students() const { return people.grade.size(); }
};

/// Is all of it within bounds, every list as long as it should be, every student seated, nobody in
/// two sections of a period? What comes from elsewhere is to be asked before it is used.
bool is_sound(const Structure& structure);

/// The timetable that the roster gives.
Timetable timetable_of(const Structure& structure);

/// Levels as the sections of core subjects have them.
void give_levels(const Structure& structure, Levels& advanced);

/// The roster's friendships in place of any others, if it gives some. Ages of ties are drawn.
void give_friends(const Structure& structure, sim::Stream s, Friendships& friends);

}  // namespace models
