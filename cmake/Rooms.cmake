# SPDX-License-Identifier: GPL-3.0-or-later
# The rooms of src/ and, for each, the rooms that it may link and include: the arrows of src/README.md.
# manometer_check_links() proves them for the targets, CheckIncludes.cmake for the sources.
set(MANOMETER_ROOMS expected json pressure cache journal async files extract views wire service gui app)

set(MANOMETER_ARROWS_expected)
set(MANOMETER_ARROWS_json expected)
set(MANOMETER_ARROWS_pressure expected)
set(MANOMETER_ARROWS_cache expected)
set(MANOMETER_ARROWS_journal expected pressure)
set(MANOMETER_ARROWS_async)
set(MANOMETER_ARROWS_files expected)
set(MANOMETER_ARROWS_extract expected json)
set(MANOMETER_ARROWS_views expected pressure cache)
set(MANOMETER_ARROWS_wire expected json pressure cache views)
set(MANOMETER_ARROWS_service expected json pressure cache journal async files extract views wire)
set(MANOMETER_ARROWS_gui expected json pressure cache async files views wire)
set(MANOMETER_ARROWS_app ${MANOMETER_ROOMS})

# Rooms whose folders are open to others; of any other room only the headers in its own folder are.
set(MANOMETER_OPEN_ROOMS pressure gui)

# Rooms free of Qt.
set(MANOMETER_STD_ROOMS expected json pressure cache journal)

# Fails at configure time when the target of a room links what its row does not allow.
function(manometer_check_links)
  foreach(room IN LISTS MANOMETER_ROOMS)
    set(target manometer_${room})
    if(NOT TARGET ${target})
      continue()
    endif()
    set(linked)
    foreach(property IN ITEMS LINK_LIBRARIES INTERFACE_LINK_LIBRARIES)
      get_target_property(libraries ${target} ${property})
      if(libraries)
        list(APPEND linked ${libraries})
      endif()
    endforeach()
    list(REMOVE_DUPLICATES linked)
    foreach(library IN LISTS linked)
      if(library MATCHES "^Qt6?::|[<:,]Qt6?::" AND room IN_LIST MANOMETER_STD_ROOMS)
        message(FATAL_ERROR "src/${room} must be free of Qt, but links ${library} (cmake/Rooms.cmake)")
      endif()
      if(NOT library MATCHES "manometer_([a-z]+)")
        continue()
      endif()
      set(other ${CMAKE_MATCH_1})
      if(other IN_LIST MANOMETER_ROOMS AND NOT other STREQUAL room AND NOT other IN_LIST MANOMETER_ARROWS_${room})
        message(FATAL_ERROR "src/${room} must not link src/${other} (cmake/Rooms.cmake)")
      endif()
    endforeach()
  endforeach()
endfunction()
