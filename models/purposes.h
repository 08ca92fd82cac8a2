#pragma once
// What random draws are for. A number here is part of every draw's key: never renumber one, or
// every result changes.

#include <cstdint>

namespace models::purpose {

inline constexpr std::uint32_t school_level = 1;
inline constexpr std::uint32_t teacher = 2;
inline constexpr std::uint32_t teacher_membership = 3;
inline constexpr std::uint32_t advice = 4;
inline constexpr std::uint32_t student_membership = 5;
inline constexpr std::uint32_t student = 6;
inline constexpr std::uint32_t feeder = 7;
inline constexpr std::uint32_t grade = 8;
inline constexpr std::uint32_t placement = 9;
inline constexpr std::uint32_t timetable = 10;
inline constexpr std::uint32_t block = 11;
inline constexpr std::uint32_t neighbourhood = 12;
inline constexpr std::uint32_t first_friends = 13;
inline constexpr std::uint32_t entry = 14;
inline constexpr std::uint32_t turnover = 15;

inline constexpr std::uint32_t day = 20;  ///< 4 blocks: noise, incidents, absence, harm
inline constexpr std::uint32_t incident = 25;
inline constexpr std::uint32_t suspension = 26;
inline constexpr std::uint32_t marks = 27;
inline constexpr std::uint32_t survey = 28;
inline constexpr std::uint32_t friend_steps = 30;
inline constexpr std::uint32_t friend_sample = 31;
inline constexpr std::uint32_t friend_choice = 32;  ///< + mini-step of the week
inline constexpr std::uint32_t reach = 50;
inline constexpr std::uint32_t fidelity = 51;
inline constexpr std::uint32_t lot = 52;  ///< of a trial
inline constexpr std::uint32_t survey_response = 60;
inline constexpr std::uint32_t survey_trait = 61;
inline constexpr std::uint32_t survey_answer = 62;
inline constexpr std::uint32_t test = 63;
inline constexpr std::uint32_t attrition = 64;

}  // namespace models::purpose
