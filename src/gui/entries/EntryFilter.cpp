// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/EntryFilter.h"

#include "gui/text/Paths.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <cmath>
#include <limits>
#include <optional>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

using cache::EntryQuery;
using cache::Range;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(EntryFilter)
};

struct Word
{
    QString text;
    bool isQuoted = false;
    qsizetype from = 0; // place in the line
    qsizetype to = 0;
};

struct Term
{
    QString name; // lower case, like the value
    QString sign; // : = < <= > >=
    QString value;
    QString asWritten; // the value
};

struct Unit
{
    const char *name;
    double factor;
};

constexpr double kibi = 1024;
constexpr std::array sizeUnits{Unit{"", 1},
                               Unit{"b", 1},
                               Unit{"k", kibi},
                               Unit{"kb", kibi},
                               Unit{"kib", kibi},
                               Unit{"m", kibi *kibi},
                               Unit{"mb", kibi *kibi},
                               Unit{"mib", kibi *kibi},
                               Unit{"g", kibi *kibi *kibi},
                               Unit{"gb", kibi *kibi *kibi},
                               Unit{"gib", kibi *kibi *kibi},
                               Unit{"t", kibi *kibi *kibi *kibi},
                               Unit{"tb", kibi *kibi *kibi *kibi},
                               Unit{"tib", kibi *kibi *kibi *kibi}};
constexpr double secondNs = 1e9;
constexpr std::array ageUnits{Unit{"s", secondNs},         Unit{"min", 60 * secondNs},
                              Unit{"m", 60 * secondNs},    Unit{"h", 3600 * secondNs},
                              Unit{"d", 86400 * secondNs}, Unit{"w", 7 * 86400 * secondNs}};
constexpr std::array countUnits{Unit{"", 1}};

// 'a "b c" d' are three words, and 'folder:"b c"' is one. Another quote within a word, or an unclosed one, is
// an ordinary character.
QList<Word> wordsOf(const QString &line)
{
    static const QRegularExpression pattern(uR"x("([^"]*)"(?=\s|$)|(folder:)"([^"]*)"(?=\s|$)|\S+)x"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QList<Word> words;
    for (auto match = pattern.globalMatch(line); match.hasNext();) {
        const QRegularExpressionMatch word = match.next();
        Word found{.text = word.captured(0), .from = word.capturedStart(), .to = word.capturedEnd()};
        found.isQuoted = word.hasCaptured(1);
        if (found.isQuoted)
            found.text = word.captured(1);
        else if (word.hasCaptured(2))
            found.text = word.captured(2) + word.captured(3);
        words.append(found);
    }
    return words;
}

constexpr auto folderName = "folder"_L1;

// Anything that looks like a term, known or not. Paths may contain 'year=2024': with '=' only a known name
// makes a term.
std::optional<Term> termOf(const QString &word, const QStringList &names)
{
    static const QRegularExpression pattern(u"^([A-Za-z]{2,})(<=|>=|<|>|:|=)(.*)$"_s);
    const QRegularExpressionMatch match = pattern.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    Term term{match.captured(1).toLower(), match.captured(2), match.captured(3).toLower(), match.captured(3)};
    if (term.sign == u"="_s && (!names.contains(term.name) || term.name == folderName))
        return std::nullopt;
    return term;
}

// Converts digits of any script and the locale's decimal point to ASCII, for the pattern below and
// toDouble().
QString withPlainDigits(QString value)
{
    const QString point = QLocale().decimalPoint();
    for (QChar &c : value)
        if (c.isDigit())
            c = QChar(u'0' + c.digitValue());
        else if (point == c)
            c = u'.';
    return value;
}

template<std::size_t count>
std::optional<double> measure(const QString &value, const std::array<Unit, count> &units)
{
    static const QRegularExpression pattern(uR"(^(\d+(?:\.\d+)?)([a-z]*)$)"_s);
    const QRegularExpressionMatch match = pattern.match(withPlainDigits(value));
    if (!match.hasMatch())
        return std::nullopt;
    for (const Unit &unit : units)
        if (match.captured(2) == QLatin1String(unit.name))
            return match.captured(1).toDouble() * unit.factor;
    return std::nullopt;
}

// Narrows the range left by earlier terms. Fractions of a byte are rounded towards the inside of the range.
template<typename Number>
void narrow(Range<Number> &range, const QString &sign, double bound)
{
    // Doubles exceed the integer range; a larger value is above every possible size.
    const auto whole = [](double number) {
        constexpr auto most = std::numeric_limits<Number>::max();
        return number >= static_cast<double>(most) ? most : static_cast<Number>(number);
    };
    const auto nothing = [&range] { range = {.least = 1, .most = 0}; };
    if (sign == u">"_s || sign == u">="_s) {
        const double least = sign == u">"_s ? std::floor(bound) + 1 : std::ceil(bound);
        range.least = std::max(range.least, whole(least));
    } else if (sign == u"<"_s || sign == u"<="_s) {
        const double most = sign == u"<"_s ? std::ceil(bound) - 1 : std::floor(bound);
        if (most < 0)
            nothing();
        else
            range.most = std::min(range.most, whole(most));
    } else if (bound != std::floor(bound)) {
        nothing();
    } else {
        range.least = std::max(range.least, whole(bound));
        range.most = std::min(range.most, whole(bound));
    }
}

// Empty if the term is valid.
QString useNumber(EntryQuery &query, const Term &term)
{
    if (term.sign == u":"_s)
        return Texts::tr("Write %1 with <, <=, >, >= or =, for example %2.")
            .arg(term.name, term.name == u"hits"_s  ? u"hits<2"_s
                            : term.name == u"age"_s ? u"age>2h"_s
                                                    : u"size>64k"_s);
    if (term.name == u"hits"_s) {
        const auto bound = measure(term.value, countUnits);
        if (!bound)
            return Texts::tr("Compare hits with a number, for example hits<2; '%1' is not a number.")
                .arg(term.value);
        narrow(query.hits, term.sign, *bound);
    } else if (term.name == u"size"_s) {
        const auto bound = measure(term.value, sizeUnits);
        if (!bound)
            return Texts::tr("Write a size as a number and k, M, G or no unit, for example size>64k; '%1' is "
                             "not a size.")
                .arg(term.value);
        narrow(query.valueBytes, term.sign, *bound);
    } else {
        const auto bound = measure(term.value, ageUnits);
        if (!bound)
            return Texts::
                tr("Write an age as a number and s, min, h, d or w, for example age>2h; '%1' is not an age.")
                    .arg(term.value);
        if (term.sign == u"="_s)
            return Texts::tr("An age never matches exactly. Write age with < or >, for example age>2h.");
        narrow(query.ageNanoseconds, term.sign, *bound);
    }
    return {};
}

// An earlier term demands the opposite: no entry matches both.
void demand(EntryQuery &query, std::optional<bool> &condition, bool wanted)
{
    if (condition && *condition != wanted)
        query.hits = {.least = 1, .most = 0};
    condition = wanted;
}

QString useChoice(EntryQuery &query, const Term &term)
{
    const bool isChoice = term.sign == u":"_s || term.sign == u"="_s;
    if (term.name == u"pinned"_s) {
        if (!isChoice || (term.value != u"yes"_s && term.value != u"no"_s))
            return Texts::tr("Write pinned:yes or pinned:no.");
        demand(query, query.isKept, term.value == u"yes"_s);
        return {};
    }
    if (term.name == u"error"_s) {
        if (!isChoice || (term.value != u"yes"_s && term.value != u"no"_s))
            return Texts::tr("Write error:yes or error:no.");
        demand(query, query.hasError, term.value == u"yes"_s);
        return {};
    }
    const bool only = term.value.endsWith(u"-only"_s);
    const QString place = only ? term.value.chopped(5) : term.value;
    if (!isChoice || (place != u"memory"_s && place != u"disk"_s))
        return Texts::tr("Write tier:memory, tier:disk, tier:memory-only or tier:disk-only.");
    const bool memory = place == u"memory"_s;
    demand(query, memory ? query.inMemory : query.onDisk, true);
    if (only)
        demand(query, memory ? query.onDisk : query.inMemory, false);
    return {};
}

bool isBelow(const std::string &folder, const std::string &other)
{
    return folder.starts_with(other) && (folder.size() == other.size() || folder[other.size()] == '/');
}

// Of several folders, each within the other, the innermost one.
QString useFolder(EntryQuery &query, const Term &term)
{
    if (term.sign != u":"_s || !term.asWritten.startsWith(u'/'))
        return Texts::tr(
            "Write a folder with its whole path, for example folder:/data, and in quotes if it has "
            "spaces: folder:\"/my data\".");
    std::string folder = text::pathBytes(term.asWritten).toStdString();
    while (folder.ends_with('/'))
        folder.pop_back();
    if (isBelow(folder, query.underFolder))
        query.underFolder = folder;
    else if (!isBelow(query.underFolder, folder))
        query.hits = {.least = 1, .most = 0};
    return {};
}

QString useTerm(EntryQuery &query, const Term &term, bool isNumber)
{
    if (term.name == folderName)
        return useFolder(query, term);
    return isNumber ? useNumber(query, term) : useChoice(query, term);
}

bool isFolder(const Word &word)
{
    return !word.isQuoted && word.text.startsWith(folderName + u':', Qt::CaseInsensitive);
}

} // namespace

EntryFilter parseFilter(const QString &line)
{
    static const QStringList numbers{u"size"_s, u"hits"_s, u"age"_s};
    static const QStringList names = numbers + QStringList{u"tier"_s, u"pinned"_s, u"error"_s, folderName};
    EntryFilter filter;
    QStringList free;
    for (const Word &word : wordsOf(line)) {
        const auto term = word.isQuoted ? std::nullopt : termOf(word.text, names);
        if (!term) {
            free += word.text;
            continue;
        }
        filter.problem = !names.contains(term->name)
                             ? Texts::tr("Unknown term '%1'. Available: size, hits, age, tier, pinned, "
                                         "error and folder. To search paths for this text, put it in quotes.")
                                   .arg(term->name)
                             : useTerm(filter.query, *term, numbers.contains(term->name));
        if (!filter.problem.isEmpty())
            return filter;
    }
    filter.query.pathContains = free.join(u' ').toStdString();
    return filter;
}

QString withoutFolder(const QString &line)
{
    QString rest = line;
    const QList<Word> words = wordsOf(line);
    for (auto word = words.crbegin(); word != words.crend(); ++word)
        if (isFolder(*word))
            rest.remove(word->from, word->to - word->from);
    return rest.trimmed();
}

QString withFolder(const QString &line, const QByteArray &folder)
{
    const QString rest = withoutFolder(line);
    if (folder.isEmpty())
        return rest;
    const QString path = text::path(folder).replace(u'"', u"\\x22"_s);
    const QString term = folderName + (path.contains(u' ') ? u":\"%1\""_s : u":%1"_s).arg(path);
    return rest.isEmpty() ? term : rest + u' ' + term;
}

QString filterHelp()
{
    return Texts::tr("Part of the path, and terms; all of them must match.\nsize>64k size<1M: size of the "
                     "metadata\nhits<2 hits>=10: number of requests\nage>2h age<3d: time since it was read "
                     "and stored\ntier:memory tier:disk: where it is; tier:disk-only: only there\npinned:yes "
                     "pinned:no\nerror:yes error:no: the metadata reader did not understand the file, or "
                     "did\nfolder:/data: "
                     "below this folder\n\"size>64k\": in quotes, this text in the path");
}

} // namespace manometer::gui
