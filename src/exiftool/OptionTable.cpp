// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/OptionTable.h"

#include "exiftool/Words.h"

#define XXH_INLINE_ALL
#include <algorithm>
#include <array>
#include <xxhash.h>

namespace manometer::exiftool {

namespace {

// Options that exist with one spelling only: the other case is another option.
std::optional<Option> findCaseSensitive(std::string_view name)
{
    static const Words reads{"e", "-e", "E", "f", "H", "D", "l", "L", "S", "t", "tab", "T", "X", "P"};
    static const Words readsValue{"d", "x"};
    static const Words passes{"h"};
    static const Words passesValue{"p"};
    if (isOneOf(name, reads))
        return Option{.effect = Effect::Reads};
    if (isOneOf(name, readsValue))
        return Option{.effect = Effect::Reads, .hasValue = true};
    if (isOneOf(name, passes))
        return Option{.effect = Effect::Passes};
    if (isOneOf(name, passesValue))
        return Option{.effect = Effect::Passes, .hasValue = true};
    return std::nullopt;
}

// "g", "G1", "groupNames0:1": digits and colons at the end.
bool isGroupOption(std::string_view name)
{
    while (!name.empty() && (isDigit(name.back()) || name.back() == ':'))
        name.remove_suffix(1);
    return isOneOf(name, {"g", "groupheadings", "groupnames"});
}

std::optional<Option> findInAnyCase(std::string_view name)
{
    static const Words reads{
        "a",        "duplicates", "-a",         "-duplicates", "b",          "binary",
        "-b",       "-binary",    "-composite", "composite",   "escapehtml", "ec",
        "escapec",  "ex",         "escapexml",  "forceprint",  "hex",        "decimal",
        "j",        "json",       "long",       "latin",       "m",          "ignoreminorerrors",
        "n",        "-printconv", "-n",         "printconv",   "nop",        "overwrite_original",
        "preserve", "q",          "quiet",      "veryshort",   "scanforxmp", "sort",
        "-sort",    "struct",     "-struct",    "table",       "u",          "unknown",
        "unknown2", "xmlformat",  "php"};
    static const Words readsNumbered{"ee", "extractembedded", "fast", "s", "short"};
    static const Words readsValue{"c",         "coordformat", "dateformat", "sep",
                                  "separator", "exclude",     "listitem"};
    static const Words passes{"args",
                              "argformat",
                              "csv",
                              "delete_original",
                              "delete_original!",
                              "r",
                              "recurse",
                              "r.",
                              "recurse.",
                              "restore_original",
                              "overwrite_original_in_place",
                              "z",
                              "zip",
                              "htmlformat",
                              "list",
                              "listw",
                              "listf",
                              "listr",
                              "listd",
                              "listx",
                              "listwf",
                              "listgeo"};
    static const Words passesNumbered{"v", "verbose", "listg"};
    static const Words passesValue{"csvdelim",
                                   "ext",
                                   "-ext",
                                   "extension",
                                   "-extension",
                                   "geotag",
                                   "globaltimeshift",
                                   "i",
                                   "ignore",
                                   "o",
                                   "out",
                                   "printformat",
                                   "password",
                                   "tagsfromfile",
                                   "addtagsfromfile",
                                   "alltagsfromfile",
                                   "userparam",
                                   "w",
                                   "textout",
                                   "tagout",
                                   "wext",
                                   "-wext",
                                   "tagoutext",
                                   "-tagoutext",
                                   "wm",
                                   "writemode",
                                   "srcfile"};
    static const Words passesValueNumbered{"fileorder", "if"};
    const std::string_view bare = withoutDigits(name);
    if (isOneOf(name, reads) || isOneOf(bare, readsNumbered) || isGroupOption(name))
        return Option{.effect = Effect::Reads};
    if (isOneOf(name, readsValue))
        return Option{.effect = Effect::Reads, .hasValue = true};
    if (isOneOf(name, passes) || isOneOf(bare, passesNumbered))
        return Option{.effect = Effect::Passes};
    if (isOneOf(withoutMarks(name), passesValue) || isOneOf(bare, passesValueNumbered))
        return Option{.effect = Effect::Passes, .hasValue = true};
    return std::nullopt;
}

// Perl code that programs send with -api Filter, known to depend on its value alone: XXH3-128 of the text.
bool isKnownFilter(std::string_view code)
{
    struct Known
    {
        std::uint64_t high, low;
    };
    static constexpr std::array<Known, 1> known{{
        {0xf36cc89a323554b7, 0xffaeb4aa667f4680}, // exiftool-vendored 37.0.0 to 38.3.0: marks invalid UTF-8
    }};
    const XXH128_hash_t hash = XXH3_128bits(code.data(), code.size());
    return std::any_of(known.begin(), known.end(), [&hash](const Known &each) {
        return each.high == hash.high64 && each.low == hash.low64;
    });
}

// What %optArgs has in 12.57 and 13.59, without numbered ones.
const Words &optionsWithValues()
{
    static const Words options{"-tagsfromfile",
                               "-addtagsfromfile",
                               "-alltagsfromfile",
                               "-@",
                               "-api",
                               "-c",
                               "-coordformat",
                               "-config",
                               "-csvdelim",
                               "-d",
                               "-dateformat",
                               "-echo",
                               "-efile",
                               "-ext",
                               "--ext",
                               "-ext+",
                               "--ext+",
                               "-extension",
                               "--extension",
                               "-extension+",
                               "--extension+",
                               "-fileorder",
                               "-geotag",
                               "-globaltimeshift",
                               "-i",
                               "-ignore",
                               "-if",
                               "-listitem",
                               "-o",
                               "-out",
                               "-p",
                               "-printformat",
                               "-password",
                               "-require",
                               "-sep",
                               "-separator",
                               "-srcfile",
                               "-stay_open",
                               "-use",
                               "-userparam",
                               "-w",
                               "-w!",
                               "-w+",
                               "-w+!",
                               "-w!+",
                               "-textout",
                               "-textout!",
                               "-textout+",
                               "-textout+!",
                               "-textout!+",
                               "-tagout",
                               "-tagout!",
                               "-tagout+",
                               "-tagout+!",
                               "-tagout!+",
                               "-wext",
                               "-wm",
                               "-writemode",
                               "-x",
                               "-exclude"};
    return options;
}

} // namespace

std::optional<Option> findOption(std::string_view written)
{
    const auto exact = findCaseSensitive(written);
    return exact ? exact : findInAnyCase(lowered(written));
}

bool isUnknownOption(std::string_view name)
{
    static const Words unknown{"@",         "config", "common_args", "k", "pause", "list_dir", "require",
                               "stay_open", "plot",   "eh",          "-", "diff",  "xpath"};
    static const Words unknownNumbered{"efile", "file", "purge"};
    const std::string_view bare = withoutDigits(withoutMarks(name));
    return isOneOf(name, unknown) || isOneOf(bare, unknownNumbered) || name.starts_with("progress:") ||
           isOneOf(bare, {"progress", "f", "f-", "htmldump", "htmldump-", "fixbase", "fixbase-"});
}

bool isTagOfTheMoment(std::string_view tag)
{
    static const Words tags{"now",           "newguid",        "processingtime",   "filepath",
                            "fileuserid",    "filegroupid",    "filedevicenumber", "filedeviceid",
                            "fileblocksize", "fileblockcount", "validate",         "ls-l"};
    return isOneOf(tag, tags) || tag.starts_with("xattr") || tag.starts_with("mditem");
}

bool isKnownApiOption(std::string_view argument)
{
    const std::size_t equals = argument.find('=');
    const std::string_view written = argument.substr(0, equals);
    const std::string name = lowered(written.substr(0, written.size() - (written.ends_with('^') ? 1 : 0)));
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view() : argument.substr(equals + 1);
    static const Words pure{
        "largefilesupport",  "struct",      "structformat",    "quicktimeutc",    "keeputctime",
        "imagehashtype",     "geolocation", "missingtagvalue", "limitlongvalues", "ignoretags",
        "imagehashprogress", "nomultiexif", "nodups"};
    if (isOneOf(name, pure))
        return true;
    if (name == "filter")
        return isKnownFilter(value);
    if (name != "requesttags")
        return false;
    const std::string tags = lowered(value);
    for (std::size_t i = 0; i < tags.size();) {
        const std::size_t end = std::min(tags.find_first_of(" \t\r\n,;:#", i), tags.size());
        const std::string_view tag(tags.data() + i, end - i);
        if (isTagOfTheMoment(tag) || tag == "all" || tag == "macos")
            return false;
        i = end + 1;
    }
    return true;
}

bool isKnownCharset(std::string_view argument)
{
    const std::string text = lowered(argument);
    const std::size_t equals = text.find('=');
    const std::string_view kind =
        equals == std::string::npos ? std::string_view("exiftool") : std::string_view(text).substr(0, equals);
    const std::string_view set = std::string_view(text).substr(equals == std::string::npos ? 0 : equals + 1);
    if (kind == "filename")
        return set == "utf8";
    static const Words kinds{"exiftool", "id3", "iptc", "exif", "photoshop", "quicktime", "riff"};
    static const Words sets{"utf8",    "latin",  "latin1", "latin2",  "cyrillic", "greek",    "turkish",
                            "hebrew",  "arabic", "baltic", "vietnam", "thai",     "macroman", "utf-8",
                            "cp65001", "cp1252", "cp1250", "cp1251",  "cp1253",   "cp1254",   "cp1255",
                            "cp1256",  "cp1257", "cp1258", "cp874"};
    return isOneOf(kind, kinds) && isOneOf(set, sets);
}

bool isKnownLanguage(std::string_view argument)
{
    std::string text = lowered(argument);
    std::replace(text.begin(), text.end(), '-', '_');
    static const Words languages{"en", "en_ca", "en_gb", "cs", "de", "es", "fi", "fr",    "it",   "ja",
                                 "ko", "nl",    "pl",    "ru", "sk", "sv", "tr", "zh_cn", "zh_tw"};
    return isOneOf(text, languages);
}

Value valueOf(std::string_view option)
{
    // Found with the case as written, these have no value; their other case has.
    if (isOneOf(option, {"-D", "-P", "-X"}))
        return Value::None;
    const std::string name = lowered(option);
    if (isOneOf(name, optionsWithValues()))
        return Value::Next;
    static const Words numbered{"-echo1",      "-echo2",      "-echo3",      "-echo4",
                                "-fileorder0", "-fileorder1", "-fileorder2", "-fileorder3",
                                "-fileorder4", "-fileorder5", "-if0",        "-if1",
                                "-if2",        "-if3",        "-if4",        "-if5"};
    if (isOneOf(name, numbered))
        return Value::Next;
    static const Words differing{"-echo", "-efile", "-fileorder", "-file", "-if"};
    const std::string_view bare = withoutDigits(withoutMarks(name));
    const bool isNumbered = bare.size() != name.size();
    return (isNumbered && isOneOf(bare, differing)) || isOneOf(name, {"-diff", "-p-", "-printformat-"})
               ? Value::Unsure
               : Value::None;
}

} // namespace manometer::exiftool
