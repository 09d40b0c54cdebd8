// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/EntryText.h"

#include "ctl/Json.h"
#include "ctl/Texts.h"
#include "ctl/Times.h"

#include <algorithm>

namespace manometer::ctl {

using json::Value;

namespace {

constexpr std::size_t mostNameColumns = 32; // a longer name pushes its value to the right

// The columns have fixed widths: pages are printed one by one.
std::string rightAligned(std::string text, std::size_t width)
{
    const std::size_t columns = columnsOf(text);
    return std::string(columns < width ? width - columns : 0, ' ') + std::move(text) + "  ";
}

std::string rowText(const Value &row)
{
    std::string tier = isTrueAt(row, "in_memory") ? "memory" : "";
    if (isTrueAt(row, "on_disk"))
        tier += tier.empty() ? "disk" : "+disk";
    if (isTrueAt(row, "is_kept"))
        tier += "*";
    tier.append(tier.size() < 12 ? 12 - tier.size() : 0, ' ');
    const auto lastUsed = integerAt(row, "last_used_unix_ms");
    return rightAligned(bytesText(static_cast<double>(countAt(row, "value_bytes"))), 10) +
           rightAligned(countText(countAt(row, "hits")), 9) +
           (lastUsed ? localTime(*lastUsed) : std::string(19, ' ')) + "  " + tier + "  " +
           shownAt(row, "path") + '\n';
}

bool isContainer(const Value &value)
{
    return value.kind() == Value::Kind::Object || value.kind() == Value::Kind::Array;
}

std::string scalarText(const Value &value)
{
    return value.isNull() ? "null" : shown(value.text());
}

bool isListOfScalars(const Value &value)
{
    return value.kind() == Value::Kind::Array &&
           std::none_of(value.items().begin(), value.items().end(), isContainer);
}

std::string listText(const Value &value)
{
    std::string text;
    for (const Value &item : value.items())
        text += (text.empty() ? "" : ", ") + scalarText(item);
    return text;
}

// The reader's depth is bounded (json::deepestLevel), so is this recursion.
void appendTree(std::string &text, const Value &value, std::size_t indent)
{
    std::size_t width = 0;
    for (const auto &[name, member] : value.members())
        if (!isContainer(member) || isListOfScalars(member))
            width = std::max(width, std::min(columnsOf(shown(name)), mostNameColumns));
    const auto append = [&](const std::string &name, const Value &member) {
        text.append(indent, ' ');
        if (isContainer(member) && !isListOfScalars(member)) {
            text += name + '\n';
            appendTree(text, member, indent + 2);
            return;
        }
        const std::size_t columns = columnsOf(name);
        text += name + std::string(columns < width ? width - columns : 0, ' ') + "  " +
                (isContainer(member) ? listText(member) : scalarText(member)) + '\n';
    };
    for (const auto &[name, member] : value.members())
        append(shown(name), member);
    for (const Value &item : value.items())
        append("-", item);
}

} // namespace

std::string entriesText(const std::vector<Value> &rows, bool withHeader)
{
    std::string text;
    if (withHeader)
        text = rightAligned("METADATA", 10) + rightAligned("HITS", 9) +
               "LAST USED            IN            PATH\n";
    for (const Value &row : rows)
        text += rowText(row);
    return text;
}

std::string documentText(const Value &document)
{
    if (!isContainer(document))
        return scalarText(document) + '\n';
    std::string text;
    appendTree(text, document, 0);
    return text;
}

} // namespace manometer::ctl
