// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/FieldHelp.h"

#include "gui/text/PlainText.h"

#include <QCoreApplication>
#include <QStringList>
#include <QWidget>

namespace manometer::gui {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FieldHelp)
};

} // namespace

QString fieldHelpText(const FieldHelp &help)
{
    QStringList parts{help.what};
    if (!help.unit.isEmpty())
        parts += Tr::tr("Unit: %1.").arg(help.unit);
    if (!help.standard.isEmpty())
        parts += Tr::tr("Default: %1.").arg(help.standard);
    return parts.join(QLatin1Char(' '));
}

void explain(QWidget *field, const FieldHelp &help)
{
    const QString words = fieldHelpText(help);
    text::setToolTip(field, words);
    text::setWhatsThis(field, words);
}

} // namespace manometer::gui
