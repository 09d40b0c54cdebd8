// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/entries/RemovalQuestion.h"

#include "gui/help/FieldHelp.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

QLabel *addLabel(QVBoxLayout *layout, const QString &words)
{
    QLabel *label = text::plainLabel(words, nullptr);
    label->setWordWrap(true);
    layout->addWidget(label);
    return label;
}

} // namespace

RemovalQuestion::RemovalQuestion(const views::EntryWeight &weight, QWidget *parent)
    : QDialog(parent)
{
    const int count = static_cast<int>(weight.entries);
    setObjectName(u"removalQuestion"_s);
    setWindowTitle(tr("Delete entries"));
    setAccessibleName(tr("Delete entries"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(this);
    QLabel *what = addLabel(layout, tr("Delete %Ln entries from the cache?", nullptr, count));
    what->setObjectName(u"what"_s);
    QFont bold = what->font();
    bold.setBold(true);
    what->setFont(bold);
    QStringList more{tr("Their metadata is %1 and takes %2 on disk.")
                         .arg(text::size(weight.valueBytes), text::size(weight.storedBytes))};
    if (weight.kept > 0)
        more += tr("%Ln of them are pinned.", nullptr, static_cast<int>(weight.kept));
    more += tr("Only the cached metadata is deleted, from memory and disk. The files do not change. Their "
               "metadata is read again at the next request.");
    more += weight.canComeBack
                ? tr("You can undo this for 30 seconds, unless memory runs short.")
                : tr("You cannot undo this: the entries are too large to keep for undo, or memory is short.");
    addLabel(layout, more.join(u"\n\n"_s))->setObjectName(u"more"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *yes = buttons->addButton(tr("Delete"), QDialogButtonBox::DestructiveRole);
    yes->setObjectName(u"yes"_s);
    yes->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    if (weight.entries > typedFrom) {
        const QString number = QString::number(weight.entries);
        QLabel *label = addLabel(layout, tr("To confirm, type the number of entries: %1").arg(number));
        auto *typed = new QLineEdit;
        typed->setObjectName(u"typed"_s);
        typed->setAccessibleName(label->text());
        label->setBuddy(typed);
        explain(typed, {.what = tr("Protects against deleting many entries by accident.")});
        layout->addWidget(typed);
        yes->setEnabled(false);
        connect(typed, &QLineEdit::textChanged, yes, [yes, number](const QString &text) {
            QString digits; // without grouping
            for (const QChar letter : text)
                if (letter.isDigit())
                    digits += QString::number(letter.digitValue()); // in any script
            yes->setEnabled(digits == number);
        });
    }
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(yes, &QPushButton::clicked, this, &QDialog::accept);
    const int width = fontMetrics().averageCharWidth() * 70;
    // The layout's size hint is too low for wrapped texts.
    setMinimumHeight(layout->totalHeightForWidth(width));
    resize(width, minimumHeight());
}

} // namespace manometer::gui
