// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/welcome/WelcomeCards.h"

#include "gui/look/Icons.h"
#include "gui/text/PlainText.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace manometer::gui {

namespace {

struct Introduction
{
    QIcon icon;
    QString title;
    QString text;
    bool fillsCache = false;
};

constexpr int cards = 4;
constexpr int iconSize = 44;

Introduction card(int number)
{
    switch (number) {
    case 0:
        return {.icon = programIcon(),
                .title = WelcomeCards::tr("Check the memory"),
                .text = WelcomeCards::tr(
                    "The word at the top is the current level: NORMAL, ELEVATED, HIGH or CRITICAL. Beside it "
                    "are the reason and where the next level begins. The chart shows the same over time.")};
    case 1:
        return {.icon = levelIcon(pressure::Level::High),
                .title = WelcomeCards::tr("A cache that adapts"),
                .text = WelcomeCards::tr(
                    "When memory runs short, the cache limit is cut at once and the freed memory returns to "
                    "the system. Afterwards it grows back in steps. 'Events' shows the effect of each cut.")};
    case 2:
        return {.icon = actionIcon(u"add-folder"_s),
                .title = WelcomeCards::tr("Fill the cache"),
                .text = WelcomeCards::tr("Add a folder: the metadata of its files is read once and then "
                                         "served from the cache. The files are never changed."),
                .fillsCache = true};
    default:
        return {.icon = actionIcon(u"apply"_s),
                .title = WelcomeCards::tr("Tune the thresholds"),
                .text = WelcomeCards::tr(
                    "Drag a threshold in the chart. It is not in effect until you apply it, and you can undo "
                    "that. F1 explains the page, Shift+F1 the field, Ctrl+? lists all keys.")};
    }
}

// As tall as the longest card, so that the buttons do not move between cards.
class CardText final : public QLabel
{
public:
    explicit CardText(QWidget *parent)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
        setAlignment(Qt::AlignLeading | Qt::AlignTop);
    }
    int heightForWidth(int width) const override
    {
        int tallest = QLabel::heightForWidth(width);
        for (int number = 0; number < cards; ++number)
            tallest = std::max(tallest, fontMetrics()
                                            .boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX),
                                                          Qt::TextWordWrap, card(number).text)
                                            .height());
        return tallest;
    }
};

} // namespace

int WelcomeCards::count()
{
    return cards;
}

WelcomeCards::WelcomeCards(QAction *addFolder, QWidget *parent)
    : QFrame(parent)
    , m_icon(text::plainLabel({}, this))
    , m_title(text::plainLabel({}, this))
    , m_text(new CardText(this))
    , m_place(text::plainLabel({}, this))
    , m_skip(new QPushButton(tr("S&kip"), this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
    , m_addFolder(new QPushButton(this))
    , m_showMe(new QPushButton(tr("&Show me"), this))
{
    setObjectName(u"welcomeCards"_s);
    setAccessibleName(tr("Introduction"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    for (QLabel *label : {m_title, m_text, m_place})
        label->setForegroundRole(QPalette::Text);
    QFont large = m_title->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_title->setFont(large);
    m_title->setObjectName(u"welcomeTitle"_s);
    m_text->setObjectName(u"welcomeText"_s);
    m_icon->setAccessibleName(tr("Picture of the card"));
    m_skip->setObjectName(u"welcomeSkip"_s);
    m_back->setObjectName(u"welcomeBack"_s);
    m_next->setObjectName(u"welcomeNext"_s);
    m_addFolder->setObjectName(u"welcomeAddFolder"_s);
    m_addFolder->setText(addFolder->text());
    m_addFolder->setIcon(addFolder->icon());
    text::setToolTip(m_addFolder, addFolder->toolTip());
    m_showMe->setObjectName(u"welcomeShowMe"_s);
    text::setToolTip(m_showMe,
                     tr("Play two minutes of memory pressure in twenty seconds, in a window of its own. "
                        "Nothing on this machine is cut."));
    for (QPushButton *button : {m_skip, m_back, m_addFolder, m_showMe})
        button->setAccessibleName(button->text().remove(u'&').remove(u'…'));
    connect(m_skip, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_back, &QPushButton::clicked, this, [this] { turnTo(m_current - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] {
        if (m_current + 1 < cards)
            turnTo(m_current + 1);
        else
            hide();
    });
    connect(m_addFolder, &QPushButton::clicked, addFolder, &QAction::trigger);
    connect(m_showMe, &QPushButton::clicked, this, &WelcomeCards::demonstrationRequested);

    // Nor do the buttons move when one is hidden or changes its text. A card has one button of its own at
    // most.
    QSizePolicy policy = m_skip->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_skip->setSizePolicy(policy);
    auto *ofCard = new QWidget(this);
    ofCard->setAccessibleName(tr("Introduction"));
    auto *inOfCard = new QHBoxLayout(ofCard);
    inOfCard->setContentsMargins(0, 0, 0, 0);
    inOfCard->addStretch(1);
    inOfCard->addWidget(m_showMe);
    inOfCard->addWidget(m_addFolder);
    ofCard->setMinimumSize(m_showMe->sizeHint().expandedTo(m_addFolder->sizeHint()));
    int widest = 0;
    for (const QString &word : {tr("&Next"), tr("&Done")}) {
        m_next->setText(word);
        widest = std::max(widest, m_next->sizeHint().width());
    }
    m_next->setMinimumWidth(widest);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_place);
    buttons->addStretch(1);
    buttons->addWidget(ofCard);
    buttons->addWidget(m_skip);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setHorizontalSpacing(14);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_icon, 0, 0, 3, 1, Qt::AlignTop);
    layout->addWidget(m_title, 0, 1);
    layout->addWidget(m_text, 1, 1);
    layout->addLayout(buttons, 2, 1);
    turnTo(0);
    hide();
}

void WelcomeCards::begin()
{
    turnTo(0);
    show();
}

void WelcomeCards::turnTo(int number)
{
    m_current = number;
    const Introduction shown = card(number);
    m_icon->setPixmap(shown.icon.pixmap(QSize(iconSize, iconSize), devicePixelRatioF()));
    m_title->setText(shown.title);
    m_text->setText(shown.text);
    const QLocale locale;
    m_place->setText(tr("%1 of %2").arg(locale.toString(number + 1), locale.toString(cards)));
    for (QLabel *label : {m_title, m_text, m_place})
        label->setAccessibleName(label->text());
    const bool isLast = number + 1 == cards;
    m_next->setText(isLast ? tr("&Done") : tr("&Next"));
    m_next->setAccessibleName(m_next->text().remove(u'&'));
    m_back->setEnabled(number > 0);
    m_skip->setVisible(!isLast);
    m_addFolder->setVisible(shown.fillsCache);
    m_showMe->setVisible(number == 0);
}

void WelcomeCards::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return hide();
    QFrame::keyPressEvent(event);
}

} // namespace manometer::gui
