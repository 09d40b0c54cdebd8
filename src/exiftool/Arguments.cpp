// SPDX-License-Identifier: GPL-3.0-or-later
#include "exiftool/Arguments.h"

#include "exiftool/OptionTable.h"
#include "exiftool/Words.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace manometer::exiftool {

namespace {

using Nature = Command::Nature;

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
        if (const auto option = findOption(written))
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
        m_isTranslated = m_isTranslated || isLanguage; // labels, too
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

} // namespace

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

} // namespace manometer::exiftool
