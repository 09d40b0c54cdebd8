// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/text/PlainText.h"

#include <QAction>
#include <QChildEvent>
#include <QGraphicsItem>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QTextDocument> // Qt::mightBeRichText

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manometer::gui::text {

namespace {

// A wider tooltip is cut off on a small screen; Qt wraps only rich text.
constexpr qsizetype widestLine = 120;
// Words are broken after this many characters: paths and encoded values are one word.
constexpr qsizetype longestWord = 60;

class PlainBoxes final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        // The box is complete now and its size not computed yet.
        if (event->type() != QEvent::ChildPolished)
            return false;
        QObject *child = static_cast<QChildEvent *>(event)->child();
        if (auto *box = qobject_cast<QMessageBox *>(child)) // clazy:exclude=child-event-qobject-cast
            box->setTextFormat(Qt::PlainText);
        return false;
    }
};

QString cutOff(const QString &text)
{
    if (text.size() <= mostToolTip)
        return text;
    const qsizetype length = text.at(mostToolTip - 1).isHighSurrogate() ? mostToolTip - 1 : mostToolTip;
    return text.left(length) + u'…';
}

bool hasWideLine(const QString &text)
{
    const QList<QStringView> lines = QStringView(text).split(u'\n');
    return std::any_of(lines.begin(), lines.end(), [](QStringView line) { return line.size() > widestLine; });
}

// Source: UAX 14, a line may be broken at a zero width space.
QString breakable(const QString &text)
{
    QString broken;
    qsizetype sinceBreak = 0;
    for (const QChar character : text) {
        sinceBreak = character.isSpace() ? 0 : sinceBreak + 1;
        if (sinceBreak > longestWord && !character.isLowSurrogate() && !character.isMark()) {
            broken += u'\u200b';
            sinceBreak = 1;
        }
        broken += character;
    }
    return broken;
}

} // namespace

QString toolTip(const QString &plain)
{
    const QString shown = cutOff(plain);
    if (!Qt::mightBeRichText(shown) && !hasWideLine(shown))
        return shown;
    return u"<div style=\"white-space: pre-wrap\">"_s +
           breakable(shown).toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</div>"_s;
}

void setToolTip(QWidget *widget, const QString &plain)
{
    widget->setToolTip(toolTip(plain));
    // Without an accessible text, screen readers read the tooltip with its tags.
    if (widget->accessibleDescription() != plain)
        widget->setAccessibleDescription(plain);
}

void setToolTip(QAction *action, const QString &plain)
{
    action->setToolTip(toolTip(plain));
}

void setToolTip(QGraphicsItem *item, const QString &plain)
{
    item->setToolTip(toolTip(plain));
}

void setToolTip(QSystemTrayIcon *icon, const QString &plain)
{
    icon->setToolTip(notification(plain));
}

void setWhatsThis(QWidget *widget, const QString &plain)
{
    widget->setWhatsThis(toolTip(plain));
}

QLabel *plainLabel(const QString &plain, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // before the text
    label->setText(plain);
    return label;
}

QString withoutMnemonic(const QString &plain)
{
    return QString(plain).replace(u'&', u"&&"_s);
}

QString notification(const QString &plain)
{
    return QString(plain).replace(u'<', u'‹').replace(u'>', u'›').replace(u'&', u'＆');
}

void showProblem(const QString &title, const QString &plain)
{
    QMessageBox box(QMessageBox::Critical, title, {}, QMessageBox::Ok);
    box.setTextFormat(Qt::PlainText);
    box.setText(plain);
    box.exec();
}

void ask(const Question &question, QWidget *parent, const std::function<void()> &confirmed)
{
    auto *box = new QMessageBox(QMessageBox::Question, question.title, {}, QMessageBox::Cancel, parent);
    box->setObjectName(question.name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(question.text);
    box->setInformativeText(question.details);
    QPushButton *confirm = box->addButton(question.confirm, QMessageBox::AcceptRole);
    confirm->setObjectName(u"confirm"_s);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(confirm, &QPushButton::clicked, parent, confirmed);
    box->open();
}

void keepBoxesPlain(QObject *dialog)
{
    dialog->installEventFilter(new PlainBoxes(dialog));
}

} // namespace manometer::gui::text
