# SPDX-License-Identifier: GPL-3.0-or-later
# Run by CPack over what it is about to pack: the same files, the same bytes, whenever they are packed.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  execute_process(COMMAND find "${CPACK_TEMPORARY_INSTALL_DIRECTORY}" -exec
    touch --no-dereference "--date=@$ENV{SOURCE_DATE_EPOCH}" "{}" + COMMAND_ERROR_IS_FATAL ANY)
endif()
