// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/Arguments.h"

#define XXH_INLINE_ALL
#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <xxhash.h>

namespace manometer::exiftool {

namespace {

using Nature = Command::Nature;
using Words = std::vector<std::string_view>;

bool isDigit(char c)
{
    return '0' <= c && c <= '9';
}

bool isWord(char c) // Perl's \w of a byte
{
    return isDigit(c) || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || c == '_';
}

bool isAll(std::string_view text, bool (*is)(char))
{
    return std::all_of(text.begin(), text.end(), is);
}

bool isOneOf(std::string_view text, const Words &words)
{
    return std::find(words.begin(), words.end(), text) != words.end();
}

std::string_view withoutDigits(std::string_view text)
{
    while (!text.empty() && isDigit(text.back()))
        text.remove_suffix(1);
    return text;
}

// The dash that exiftool takes for "-": U+2212.
constexpr std::string_view minusSign = "\xe2\x88\x92";

bool isOption(std::string_view argument)
{
    return argument.starts_with('-') || argument.starts_with(minusSign);
}

// What an option is for us.
enum class Effect : std::uint8_t {
    Reads,  // changes what is read or how it is written to stdout, and is in the options of the question
    Passes, // more than reading
};

struct Option
{
    Effect effect = Effect::Passes;
    bool hasValue = false;
};

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

std::string_view withoutMarks(std::string_view name) // of -w!, -ext+
{
    while (!name.empty() && (name.back() == '!' || name.back() == '+'))
        name.remove_suffix(1);
    return name;
}

// `name` in small letters. -api, -charset, -echo, -lang and -use are not among them.
std::optional<Option> findOption(std::string_view name)
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

// Options whose effect on later commands, on the terminal or on the arguments behind them is not followed.
bool isUnknownOption(std::string_view name)
{
    static const Words unknown{"@",         "config", "common_args", "k", "pause", "list_dir", "require",
                               "stay_open", "plot",   "eh",          "-", "diff",  "xpath"};
    static const Words unknownNumbered{"efile", "file", "purge"};
    const std::string_view bare = withoutDigits(withoutMarks(name));
    return isOneOf(name, unknown) || isOneOf(bare, unknownNumbered) || name.starts_with("progress:") ||
           isOneOf(bare, {"progress", "f", "f-", "htmldump", "htmldump-", "fixbase", "fixbase-"});
}

// Tags that are produced only if they are asked for, and depend on more than the file's contents and what is
// in its version: the time, the users' names, the volume.
bool isTagOfTheMoment(std::string_view tag)
{
    static const Words tags{"now",           "newguid",        "processingtime",   "filepath",
                            "fileuserid",    "filegroupid",    "filedevicenumber", "filedeviceid",
                            "fileblocksize", "fileblockcount", "validate",         "ls-l"};
    return isOneOf(tag, tags) || tag.starts_with("xattr") || tag.starts_with("mditem");
}

struct Tag
{
    std::string name; // in small letters
    std::vector<std::string> groups;
};

// "-GROUP:…:NAME#" without the dash; empty for anything else.
std::optional<Tag> tagOf(std::string_view text)
{
    if (text.ends_with('#'))
        text.remove_suffix(1);
    Tag tag;
    for (;;) {
        const std::size_t colon = text.find(':');
        const std::string_view part = text.substr(0, colon);
        const bool isLast = colon == std::string_view::npos;
        for (const char c : part)
            if (!isWord(c) && c != '-' && c != '*' && !(isLast && c == '?'))
                return std::nullopt;
        if (part.empty())
            return std::nullopt;
        if (isLast) {
            tag.name = lowered(part);
            return tag;
        }
        tag.groups.push_back(lowered(part));
        text.remove_prefix(colon + 1);
    }
}

bool hasMacOs(const Tag &tag)
{
    return isOneOf("macos", Words(tag.groups.begin(), tag.groups.end()));
}

// Whether asking for this tag may show FileAccessDate.
bool mayShowAccessTime(const Tag &tag)
{
    return tag.name == "fileaccessdate" || tag.name == "all" ||
           tag.name.find_first_of("*?") != std::string::npos;
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

// A character set that exists, or a pair of a known kind of metadata and such a set.
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

// Goes through the arguments as the script does.
class Parser
{
public:
    explicit Parser(const std::vector<std::string> &arguments)
        : m_arguments(arguments)
    {}

    Command parse()
    {
        while (m_next < m_arguments.size() && m_command.nature != Nature::Unknown)
            takeOne();
        finish();
        return std::move(m_command);
    }

private:
    void takeOne()
    {
        const std::string &argument = m_arguments[m_next++];
        if (!isOption(argument)) {
            takeFile(argument);
        } else if (argument.front() != '-' || argument.compare(1, minusSign.size(), minusSign) == 0) {
            m_command.nature = Nature::Unknown; // a funny dash
        } else {
            takeOption(argument, std::string_view(argument).substr(1));
        }
    }

    void takeFile(const std::string &argument)
    {
        // An empty name, and one that names a command or a handle for Perl's open().
        if (argument.empty())
            m_command.nature = Nature::Unknown;
        else if (argument.ends_with('|') || argument.find('\0') != std::string::npos)
            pass();
        m_command.arguments.push_back(argument);
        m_command.files.push_back(argument);
    }

    void takeOption(const std::string &argument, std::string_view written)
    {
        const std::string name = lowered(written);
        if (const std::size_t length = std::string_view("echo").size();
            name.starts_with("echo") &&
            (name.size() == length || (name.size() == length + 1 && isDigit(name.back()))))
            return takeEcho(name.size() == length || name.back() == '0' ? 1 : name.back() - '0');
        if (name == "ver") {
            m_hasVersion = true;
            return keep(argument);
        }
        if (name == "api")
            return takeValue(argument, [this](const std::string &value) { takeApi(value); });
        if (name == "use")
            return takeValue(argument, [this](const std::string &value) {
                if (lowered(value) == "mwg")
                    m_command.loadsMwg = true;
                else
                    m_command.nature = Nature::Unknown;
            });
        if (name == "charset" || name == "lang")
            return takeOptionalValue(argument, name == "lang" ? &isKnownLanguage : &isKnownCharset,
                                     name == "lang");
        if (written.empty() || isUnknownOption(name)) {
            m_command.nature = Nature::Unknown;
            return;
        }
        const auto exact = findCaseSensitive(written);
        const auto option = exact ? exact : findOption(name);
        if (option)
            return takeKnown(argument, written, name, *option);
        takeTag(argument, written);
    }

    void takeKnown(const std::string &argument, std::string_view written, const std::string &name,
                   const Option &option)
    {
        if (option.effect == Effect::Passes)
            pass();
        else
            noteFormat(written, name);
        if (!option.hasValue)
            return keep(argument);
        takeValue(argument, [this, &written, &name, &option](const std::string &value) {
            if (option.effect == Effect::Passes)
                takePassed(name, value);
            else if (written == "x" || name == "exclude")
                takeExcluded(value);
            else if (name == "listitem"
                         ? !isInteger(value)
                         : (value.empty() || value == "0") && name != "sep" && name != "separator")
                m_command.nature = Nature::Unknown; // an error, which ends the parsing
            else if (written == "d" || name == "dateformat")
                m_hasDateFormat = true;
        });
    }

    // What the option does to the lines that may contain FileAccessDate.
    void noteFormat(std::string_view written, const std::string &name)
    {
        if (written == "S" || name == "veryshort")
            m_shortness += 2;
        else if (withoutDigits(name) == "s" || withoutDigits(name) == "short")
            m_shortness =
                isDigit(name.back()) ? std::atoi(name.c_str() + withoutDigits(name).size()) : m_shortness + 1;
        else if (written == "l" || name == "long")
            --m_shortness;
        else if (written == "T" || name == "table")
            m_isHidden = m_command.isQuiet = true;
        else if (name == "b" || name == "binary")
            m_isHidden = true;
        else if (name == "q" || name == "quiet")
            m_command.isQuiet = true;
        else if (written == "X" || name == "xmlformat" || name == "j" || name == "json" || name == "php")
            m_isStructured = true;
    }

    static bool isInteger(std::string_view text)
    {
        if (text.starts_with('-') || text.starts_with('+'))
            text.remove_prefix(1);
        return !text.empty() && isAll(text, &isDigit);
    }

    void takeEcho(int number)
    {
        if (m_next == m_arguments.size())
            return; // as the script does
        const std::string &text = m_arguments[m_next++];
        if (number > 4) {
            m_command.nature = Nature::Unknown;
            return;
        }
        m_command.echoes.push_back({.stream = number % 2 == 1 ? 1 : 2, .isAtEnd = number > 2, .text = text});
    }

    void takeApi(const std::string &value)
    {
        if (!isKnownApiOption(value))
            m_command.nature = Nature::Unknown;
    }

    void takeOptionalValue(const std::string &argument, bool (*isKnown)(std::string_view), bool isLanguage)
    {
        if (m_next == m_arguments.size() || isOption(m_arguments[m_next])) {
            pass(); // it lists what there is
            return;
        }
        if (!isKnown(m_arguments[m_next]))
            m_command.nature = Nature::Unknown;
        m_isHidden = m_isHidden || isLanguage; // labels are translated
        m_isTranslated = m_isTranslated || isLanguage;
        keep(argument);
        keep(m_arguments[m_next++]);
    }

    template<typename Take>
    void takeValue(const std::string &argument, Take take)
    {
        if (m_next == m_arguments.size()) {
            m_command.nature = Nature::Unknown;
            return;
        }
        keep(argument);
        const std::string &value = m_arguments[m_next++];
        keep(value);
        take(value);
    }

    void takeExcluded(std::string_view text)
    {
        const auto tag = tagOf(text);
        if (!tag || tag->name == "all" || tag->name == "*") // all tags: a complaint
            pass();
        if (lowered(text).find("mwg:") != std::string::npos)
            m_command.nature = Nature::Unknown;
    }

    // A tag to show, to leave out ("--TAG") or to write.
    void takeTag(const std::string &argument, std::string_view written)
    {
        if (written.find_first_of("=<>") != std::string_view::npos) {
            pass();
            checkPassed(written);
            return;
        }
        if (written.size() == 1 && written != "*") {
            m_command.nature = Nature::Unknown; // an unknown option, which ends the parsing
            return;
        }
        keep(argument);
        if (written.front() == '-')
            return takeExcluded(written.substr(1));
        const auto tag = tagOf(written);
        if (!tag || hasMacOs(*tag) || isTagOfTheMoment(tag->name))
            return pass();
        m_command.hasTags = true;
        m_hasAccessTag = m_hasAccessTag || mayShowAccessTime(*tag);
        const std::string text = lowered(written);
        if (text.starts_with("mwg:"))
            m_command.loadsMwg = true;
        else if (text.find("mwg:") != std::string::npos)
            m_command.nature = Nature::Unknown; // later versions load the module for these, too
    }

    // The values that would end the parsing with an error.
    void takePassed(std::string_view name, std::string_view value)
    {
        if ((name == "csvdelim" && value.find('"') != std::string_view::npos) ||
            ((name == "wm" || name == "writemode") &&
             lowered(value).find_first_not_of("wcg") != std::string::npos))
            m_command.nature = Nature::Unknown;
        checkPassed(value);
    }

    // A value or a write that reads stdin, or that loads the MWG module.
    void checkPassed(std::string_view text)
    {
        if (text == "-" || text.ends_with("=-") || lowered(text).find("mwg:") != std::string::npos)
            m_command.nature = Nature::Unknown;
    }

    void keep(const std::string &argument)
    {
        m_command.arguments.push_back(argument);
        m_command.options.push_back(argument);
    }
    void pass()
    {
        if (m_command.nature == Nature::Read)
            m_command.nature = Nature::Passed;
    }

    void finish()
    {
        if (m_hasVersion && m_command.nature == Nature::Read)
            m_command.nature =
                m_command.files.empty() && !m_command.hasTags ? Nature::Version : Nature::Passed;
        using AccessTime = Command::AccessTime;
        const bool isShown = !m_command.hasTags || m_hasAccessTag;
        const bool isHidden =
            m_isTranslated || (!m_isStructured && (m_isHidden || m_shortness >= 3)) || m_hasDateFormat;
        if (isHidden)
            m_command.accessTime = isShown ? AccessTime::Anywhere : AccessTime::Absent;
    }

    const std::vector<std::string> &m_arguments;
    std::size_t m_next = 0;
    Command m_command;
    bool m_hasVersion = false;
    bool m_hasAccessTag = false; // among them
    bool m_hasDateFormat = false;
    bool m_isHidden = false;     // values without labels, unless the format has them anyway
    bool m_isStructured = false; // JSON, XML, PHP
    bool m_isTranslated = false;
    int m_shortness = 0; // exiftool's $outFormat
};

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

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(),
                   [](char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

Command understand(const std::vector<std::string> &arguments)
{
    return Parser(arguments).parse();
}

Execute executeOf(std::string_view argument)
{
    constexpr std::string_view name = "-execute";
    const std::string_view digits = argument.substr(std::min(name.size(), argument.size()));
    if (lowered(argument.substr(0, name.size())) != name || !isAll(digits, &isDigit))
        return {};
    return {.isExecute = true, .number = std::string(digits)};
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
