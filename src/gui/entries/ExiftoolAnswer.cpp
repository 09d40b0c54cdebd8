// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/ExiftoolAnswer.h"

#include "gui/text/Paths.h"
#include "json/Value.h"
#include "wire/Bytes.h"

#include <QCoreApplication>
#include <QStringList>

#include <string_view>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(ExiftoolAnswer)
};

QByteArray bytesAt(const json::Value &answer, std::string_view name)
{
    const json::Value *value = answer.find(name);
    return value ? wire::unescapedBytes(QByteArray::fromStdString(value->text())) : QByteArray();
}

} // namespace

bool isExiftoolAnswer(const QByteArray &depth)
{
    return depth.startsWith("exiftool:");
}

QString depthText(const QByteArray &depth)
{
    return isExiftoolAnswer(depth) ? Tr::tr("exiftool answer", "a kind of cache entry")
                                   : text::pathInText(depth);
}

std::optional<ExiftoolAnswer> exiftoolAnswerIn(const QByteArray &document)
{
    const auto parsed = json::Value::parse({document.constData(), static_cast<std::size_t>(document.size())});
    const json::Value *value = parsed ? parsed->find("answer") : nullptr;
    const json::Value *status = value ? value->find("status") : nullptr;
    if (!status)
        return std::nullopt;
    ExiftoolAnswer answer{.options = bytesAt(*value, "question").split('\0'),
                          .output = bytesAt(*value, "output"),
                          .errors = bytesAt(*value, "errors"),
                          .status = status->integer<int>().value_or(0)};
    answer.options.removeAll({});
    return answer;
}

QString optionsText(const ExiftoolAnswer &answer)
{
    QStringList options;
    for (const QByteArray &option : answer.options)
        options += text::path(option);
    return text::isolated(options.join(u' '));
}

QString outputText(const ExiftoolAnswer &answer)
{
    QString shown = text::lines(answer.output);
    if (answer.errors.isEmpty())
        return shown;
    if (!shown.isEmpty())
        shown += u'\n';
    return shown + Tr::tr("Error output:") + u'\n' + text::lines(answer.errors);
}

} // namespace manometer::gui
