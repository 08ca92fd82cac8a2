#include "cli/oneroster.h"

#include "cli/roster_file.h"

namespace cli {

Roster read_oneroster(const RosterSource& source) {
  Roster roster;
  const RosterManifest manifest = read_manifest(source);
  roster.version = manifest.version;
  read_people(source, manifest, roster);
  read_classes(source, manifest, roster);
  return roster;
}

}  // namespace cli
