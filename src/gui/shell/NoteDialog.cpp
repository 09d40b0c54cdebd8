// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/NoteDialog.h"

#include "gui/help/FieldHelp.h"
#include "gui/text/PlainText.h"
#include "gui/text/Times.h"
#include "views/EventView.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

NoteDialog::NoteDialog(qint64 atWallMs, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Note"));
    setAccessibleName(tr("Note"));
    auto *words = new QLineEdit(this);
    words->setObjectName(u"noteText"_s);
    words->setMaxLength(static_cast<int>(views::EventView::mostNoteLength));
    words->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    QLabel *label = text::plainLabel(tr("What happened at %1?").arg(text::dateAndTime(atWallMs)), this);
    label->setBuddy(words);
    label->setAccessibleName(label->text());
    words->setAccessibleName(label->text());
    explain(words, {.what = tr("A note for later readers. It appears in the events list and on the chart.")});
    auto *incident = new QCheckBox(tr("This was an &incident"), this);
    incident->setObjectName(u"noteIncident"_s);
    incident->setAccessibleName(tr("This was an incident"));
    explain(incident,
            {.what = tr("Users were affected by a problem at this time. Incidents have a separate mark."),
             .standard = tr("off")});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->setAccessibleName(tr("Note"));
    for (QAbstractButton *button : buttons->buttons())
        button->setAccessibleName(button->text().remove(u'&'));
    QPushButton *confirm = buttons->button(QDialogButtonBox::Ok);
    confirm->setEnabled(false);
    connect(words, &QLineEdit::textChanged, confirm,
            [confirm](const QString &text) { confirm->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this, words, incident, atWallMs] {
        emit noted(
            {.text = words->text().trimmed(), .atWallMs = atWallMs, .incident = incident->isChecked()});
    });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(words);
    layout->addWidget(incident);
    layout->addWidget(buttons);
}

} // namespace manometer::gui
