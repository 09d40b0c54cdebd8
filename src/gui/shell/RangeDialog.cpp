// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/RangeDialog.h"

#include "gui/chart/TimeWindow.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

QDateTimeEdit *timeField(const QString &name, qint64 wallMs, QWidget *parent)
{
    auto *field = new QDateTimeEdit(QDateTime::fromMSecsSinceEpoch(wallMs), parent);
    field->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
    field->setCalendarPopup(true);
    field->setMaximumDateTime(QDateTime::currentDateTime());
    field->setAccessibleName(name);
    return field;
}

} // namespace

RangeDialog::RangeDialog(const views::TimeRange &range, QWidget *parent)
    : QDialog(parent)
    , m_from(timeField(tr("Begin of the time range"), range.fromWallMs, this))
    , m_to(timeField(tr("End of the time range"), range.toWallMs, this))
    , m_problem(text::plainLabel({}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Time range"));
    setAccessibleName(tr("Time range"));
    m_from->setObjectName(u"from"_s);
    m_to->setObjectName(u"to"_s);
    m_problem->setObjectName(u"rangeProblem"_s);
    m_problem->setAccessibleName(tr("Problem with the time range"));
    m_problem->setWordWrap(true);
    auto *form = new QFormLayout(this);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    form->addRow(m_problem);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->setAccessibleName(tr("Time range"));
    m_show = buttons->addButton(tr("&Show"), QDialogButtonBox::AcceptRole);
    m_show->setDefault(true);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(this->range());
        accept();
    });
    connect(m_from, &QDateTimeEdit::dateTimeChanged, this, &RangeDialog::check);
    connect(m_to, &QDateTimeEdit::dateTimeChanged, this, &RangeDialog::check);
    check();
}

views::TimeRange RangeDialog::range() const
{
    return {.fromWallMs = m_from->dateTime().toMSecsSinceEpoch(),
            .toWallMs = m_to->dateTime().toMSecsSinceEpoch()};
}

void RangeDialog::check()
{
    const auto [from, to] = range();
    const qint64 most = TimeWindow::greatestSpan.count();
    const QString problem = to <= from         ? tr("The range ends before it begins.")
                            : to - from > most ? tr("The chart shows at most %1.").arg(text::duration(most))
                                               : QString();
    m_problem->setText(problem);
    m_show->setEnabled(problem.isEmpty());
}

} // namespace manometer::gui
