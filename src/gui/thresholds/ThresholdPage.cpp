// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/thresholds/ThresholdPage.h"

#include "async/Answer.h"
#include "gui/help/FieldHelp.h"
#include "gui/look/ChartPalette.h"
#include "gui/look/Icons.h"
#include "gui/text/Errors.h"
#include "gui/text/EventText.h"
#include "gui/text/EvidenceText.h"
#include "gui/text/Levels.h"
#include "gui/text/Numbers.h"
#include "gui/text/PlainText.h"
#include "pressure/control/LimitPolicy.h"
#include "ui_ThresholdPage.h"
#include "views/SettingsRules.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QSignalBlocker>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace manometer::gui {

using pressure::Level;

namespace {

constexpr std::chrono::seconds evidenceInterval{10}; // an estimate moves slowly
constexpr qsizetype mostShown = 2;                   // changes by others: the page is narrow
constexpr int pageMargin = 8;
constexpr int fieldSpacing = 4; // between the rows
constexpr int lowSpacing = 1;   // the same in a low page, and its margins
// The window fits 480 pixels in height with it; in a larger font, the fields scroll.
constexpr int mostLeastHeight = 130;

// A changed value is bold: the page must not get wider with the first one.
void reserveBold(QDoubleSpinBox *box)
{
    const QFont usual = box->font();
    QFont bold = usual;
    bold.setBold(true);
    box->setFont(bold);
    box->setMinimumWidth(box->minimumSizeHint().width());
    box->setFont(usual);
}

FieldHelp helpOf(Level level, ThresholdModel::Figure figure)
{
    using Figure = ThresholdModel::Figure;
    const QString word = text::levelWord(level);
    const double standard = ThresholdModel::figure({}, level, figure);
    FieldHelp help{.what = {},
                   .unit = ThresholdPage::tr("percent of memory in use"),
                   .standard = text::threshold(standard)};
    switch (figure) {
    case Figure::Enter:
        help.what =
            level == Level::Critical
                ? ThresholdPage::tr("%1 begins as soon as a sample is above this value.").arg(word)
                : ThresholdPage::tr("%1 begins when two samples in a row reach this value.").arg(word);
        break;
    case Figure::Leave:
        help.what =
            ThresholdPage::tr("%1 ends when memory use has stayed below this value for the hold time below.")
                .arg(word);
        break;
    case Figure::Hold:
        help.what = ThresholdPage::tr("How long memory use must stay below the value above before %1 ends.")
                        .arg(word);
        help.unit = ThresholdPage::tr("seconds");
        help.standard = text::duration(static_cast<qint64>(standard * 1000));
        break;
    case Figure::Target:
        help.what = ThresholdPage::tr("The amount to evict at %1 is calculated to bring memory use down to "
                                      "this value. For information only: the cache limit follows the level.")
                        .arg(word);
        break;
    }
    return help;
}

} // namespace

ThresholdPage::ThresholdPage(ThresholdModel *model, views::SettingsView *settings,
                             views::EvidenceView *evidence, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ThresholdPage>())
    , m_model(model)
    , m_settings(settings)
    , m_evidence(evidence)
{
    m_ui->setupUi(this);
    using Figure = ThresholdModel::Figure;
    m_fields = {{m_ui->elevatedEnter, Level::Elevated, Figure::Enter},
                {m_ui->elevatedLeave, Level::Elevated, Figure::Leave},
                {m_ui->elevatedHold, Level::Elevated, Figure::Hold},
                {m_ui->elevatedTarget, Level::Elevated, Figure::Target},
                {m_ui->highEnter, Level::High, Figure::Enter},
                {m_ui->highLeave, Level::High, Figure::Leave},
                {m_ui->highHold, Level::High, Figure::Hold},
                {m_ui->highTarget, Level::High, Figure::Target},
                {m_ui->criticalEnter, Level::Critical, Figure::Enter},
                {m_ui->criticalLeave, Level::Critical, Figure::Leave},
                {m_ui->criticalHold, Level::Critical, Figure::Hold},
                {m_ui->criticalTarget, Level::Critical, Figure::Target}};
    for (const Field &field : m_fields) {
        //: After a number of seconds, with its space
        field.box->setSuffix(field.figure == Figure::Hold ? tr(" s") : tr(" %"));
        // The box accepts any number; a broken rule is explained in words instead of blocking the input.
        connect(field.box, &QDoubleSpinBox::valueChanged, this,
                [this, field](double value) { m_model->setFigure(field.level, field.figure, value); });
        field.box->installEventFilter(this);
        reserveBold(field.box);
        explain(field.box, helpOf(field.level, field.figure));
    }
    const std::array heads{std::pair{m_ui->elevatedHead, Level::Elevated},
                           std::pair{m_ui->highHead, Level::High},
                           std::pair{m_ui->criticalHead, Level::Critical}};
    for (const auto &[head, level] : heads) {
        head->setText(text::levelWord(level));
        head->setIcon(levelIcon(level));
        text::setToolTip(head, tr("Type where %1 begins").arg(text::levelWord(level)));
        connect(head, &QToolButton::clicked, this, [this, which = level] { focusValue(which); });
    }
    explainRows();
    m_ui->rules->setText(
        tr("A level begins when two samples in a row reach its value (CRITICAL: one sample above it). It "
           "ends when memory use stays below its second value for the hold time. Levels fall one at a time. "
           "A handle moves all percentages of its level together."));
    for (QPushButton *button : {m_ui->apply, m_ui->revert})
        m_words.insert(button, button->text());
    m_ui->apply->setIcon(actionIcon(u"apply"_s));
    m_ui->revert->setIcon(actionIcon(u"revert"_s));
    connect(m_ui->apply, &QPushButton::clicked, this, &ThresholdPage::applyRequested);
    connect(m_ui->revert, &QPushButton::clicked, this, &ThresholdPage::revertRequested);
    connect(m_model, &ThresholdModel::changed, this, &ThresholdPage::refresh);
    connect(settings, &views::SettingsView::changed, this, &ThresholdPage::showKept);
    m_ask.setInterval(evidenceInterval);
    connect(&m_ask, &QTimer::timeout, this, &ThresholdPage::askForEvidence);
    showHits({});
    showKept();
    refresh();
}

ThresholdPage::~ThresholdPage() = default;

// F1 has the same in more words.
void ThresholdPage::explainRows()
{
    for (const auto &[label, what] :
         {std::pair{m_ui->labelEnter, tr("Memory use at which the level begins.")},
          std::pair{m_ui->labelLeave, tr("Memory use below which the level may end.")},
          std::pair{m_ui->labelHold, tr("How long memory use must stay below that before the level ends.")},
          std::pair{m_ui->labelTarget,
                    tr("For information: to what memory use would have to fall. It is a percentage of "
                       "memory, not of "
                       "the cache, and the cache's limit does not depend on it. 'Copy status as JSON' has "
                       "the amount in megabytes.")},
          std::pair{m_ui->labelKeeps,
                    tr("The most entries the cache may keep in memory at this level, not what it has now. "
                       "Entries beyond that are evicted; those on disk stay there.")},
          std::pair{m_ui->labelHits,
                    tr("Estimate: the share of requests that would find their entry in memory if the cache "
                       "always had the limit of this level.")}}) {
        text::setToolTip(label, what);
        text::setWhatsThis(label, what);
    }
}

void ThresholdPage::commitTyping()
{
    for (const Field &field : m_fields)
        if (field.box->hasFocus())
            field.box->interpretText();
}

void ThresholdPage::focusValue(Level level)
{
    const auto found = std::find_if(m_fields.begin(), m_fields.end(), [level](const Field &field) {
        return field.level == level && field.figure == ThresholdModel::Figure::Enter;
    });
    if (found == m_fields.end())
        return;
    found->box->setFocus(Qt::ShortcutFocusReason);
    found->box->selectAll();
}

void ThresholdPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        colorProblem();
    QWidget::changeEvent(event);
}

void ThresholdPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askForEvidence();
    m_ask.start();
}

void ThresholdPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

// Of the fields' grid, with the rows that are shown now.
int ThresholdPage::fieldsHeight(int spacing) const
{
    const QGridLayout *grid = m_ui->grid;
    int rows = 0;
    int height = 0;
    for (int row = 0; row < grid->rowCount(); ++row) {
        int highest = 0;
        for (int column = 0; column < grid->columnCount(); ++column)
            if (const QLayoutItem *item = grid->itemAtPosition(row, column); item && !item->isEmpty())
                highest = std::max(highest, item->sizeHint().height());
        height += highest;
        rows += highest > 0 ? 1 : 0;
    }
    return height + spacing * (rows - 1);
}

// Without room for the fields, they scroll; squeezed, they would be unreadable.
QSize ThresholdPage::minimumSizeHint() const
{
    const int width = m_ui->figures->minimumSizeHint().width() +
                      m_ui->scroll->verticalScrollBar()->sizeHint().width() + 2 * pageMargin;
    return {width, std::min(fieldsHeight(lowSpacing) + 2 * lowSpacing, mostLeastHeight)};
}

QSize ThresholdPage::sizeHint() const
{
    constexpr int sentenceLines = 2;
    return {minimumSizeHint().width(), fieldsHeight(fieldSpacing) + m_ui->apply->sizeHint().height() +
                                           4 * pageMargin + sentenceLines * fontMetrics().lineSpacing()};
}

// The fields come first. Without room for all, the rules are left out, which F1 explains, too; then the
// buttons take the free place in the head of the fields, and the sentence about the draft is left to the bar
// at the chart.
void ThresholdPage::fit()
{
    if (const QSize least = minimumSizeHint(); std::exchange(m_least, least) != least)
        updateGeometry(); // of what scrolls, no layout above it notices
    const int width = this->width() - 2 * pageMargin;
    const int problem = m_ui->problem->heightForWidth(width);
    const int bare = fieldsHeight(fieldSpacing) + pageMargin + m_ui->apply->sizeHint().height();
    const int whole = 2 * pageMargin + bare + pageMargin + problem;
    const bool isLow = height() < whole;
    if (std::exchange(m_isLow, isLow) != isLow) {
        const int margin = isLow ? lowSpacing : pageMargin;
        layout()->setContentsMargins(pageMargin, margin, pageMargin, margin);
        m_ui->grid->setVerticalSpacing(isLow ? lowSpacing : fieldSpacing);
        for (QPushButton *button : {m_ui->apply, m_ui->revert}) {
            // Its name for screen readers stays.
            button->setText(!isLow ? m_words.value(button) : QString());
            button->setMaximumWidth(isLow ? button->fontMetrics().height() * 2 : QWIDGETSIZE_MAX);
            text::setToolTip(button, isLow ? button->accessibleName() : QString());
        }
        m_ui->layout->removeItem(m_ui->buttons);
        m_ui->grid->removeItem(m_ui->buttons);
        m_ui->buttons->setParent(nullptr);
        if (isLow)
            m_ui->grid->addLayout(m_ui->buttons, 0, 0);
        else
            m_ui->layout->addLayout(m_ui->buttons);
    }
    const int fields = fieldsHeight(isLow ? lowSpacing : fieldSpacing);
    m_ui->scroll->setMaximumHeight(fields);
    m_ui->scroll->setMinimumHeight(isLow ? 0 : fields);
    m_ui->rules->setVisible(height() >= whole + pageMargin + m_ui->rules->heightForWidth(width));
    m_ui->problem->setVisible(!isLow || height() >= fieldsHeight(lowSpacing) + 2 * pageMargin + problem);
}

bool ThresholdPage::eventFilter(QObject *watched, QEvent *event)
{
    // Ctrl+Z undoes the change of the draft, not the typing in a spin box.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ThresholdPage::setRecorded()
{
    m_isRecorded = true;
    refresh();
}

void ThresholdPage::refresh()
{
    for (const Field &field : m_fields) {
        const double draft = ThresholdModel::figure(m_model->draft(), field.level, field.figure);
        const double applied = ThresholdModel::figure(m_model->applied(), field.level, field.figure);
        if (field.box->value() != draft) {
            const QSignalBlocker blocker(field.box);
            field.box->setValue(draft);
        }
        QFont font = field.box->font();
        font.setBold(draft != applied); // changed values stand out without colour
        field.box->setFont(font);
        text::setToolTip(field.box,
                         draft == applied
                             ? fieldHelpText(helpOf(field.level, field.figure))
                             : (m_isRecorded ? tr("Draft; %1 was in effect") : tr("Draft; %1 is in effect"))
                                   .arg(field.figure == ThresholdModel::Figure::Hold
                                            ? text::duration(static_cast<qint64>(applied * 1000))
                                            : text::threshold(applied)));
    }
    const int changes = m_model->changeCount();
    const auto problem = m_model->problem();
    QStringList sentences;
    if (problem)
        sentences += m_isRecorded ? text::thresholdProblem(*problem)
                                  : tr("Cannot be applied: %1").arg(text::thresholdProblem(*problem));
    else if (m_isRecorded)
        sentences +=
            changes > 0
                ? tr("%Ln change(s) in the draft. What if shows what they would have done.", nullptr, changes)
                : tr("These thresholds were in effect. To see what others would have done, drag a "
                     "handle or type a value.");
    else if (changes > 0)
        sentences += tr("%Ln change(s) in the draft. Not in effect until you apply.", nullptr, changes);
    else
        sentences += tr("These thresholds are in effect. To change them, drag a handle or type a value.");
    if (const auto before = m_model->beforeChangeElsewhere())
        sentences += tr("Changed elsewhere meanwhile, in effect now: %1. Revert discards the draft and keeps "
                        "these values.")
                         .arg(text::thresholdChanges(*before, m_model->applied(), mostShown));
    m_ui->problem->setText(sentences.join(u' '));
    colorProblem();
    fit();
    // A disabled button passes the focus on to the next widget, where Ctrl+Z would undo something else.
    if (!m_model->canApply() && m_ui->apply->hasFocus())
        m_fields.front().box->setFocus(Qt::OtherFocusReason);
    m_ui->apply->setEnabled(m_model->canApply());
    m_ui->revert->setEnabled(changes > 0);
}

void ThresholdPage::showKept()
{
    const views::Settings settings = m_settings->settings();
    const pressure::Limits configured = views::controlConfigOf(settings).configured;
    const std::array labels{std::pair{m_ui->elevatedKeeps, Level::Elevated},
                            std::pair{m_ui->highKeeps, Level::High},
                            std::pair{m_ui->criticalKeeps, Level::Critical}};
    for (const auto &[label, level] : labels) {
        const quint64 kept =
            settings.adapting ? pressure::ceiling(configured, level).entries : configured.entries;
        //: A number of cache entries, short: it stands in a narrow column
        label->setText(tr("%1 entries").arg(text::count(kept)));
    }
}

void ThresholdPage::askForEvidence()
{
    if (!isVisible())
        return m_ask.stop();
    async::whenAnswered(
        m_evidence->hits(), this, [this](const views::HitEvidence &evidence) { showHits(evidence); },
        [this](const QString &) { showHits({}); });
}

// Without figures there is no row: the page is read often, and why there are none matters rarely.
void ThresholdPage::showHits(const views::HitEvidence &evidence)
{
    const std::array labels{std::pair{m_ui->elevatedHits, Level::Elevated},
                            std::pair{m_ui->highHits, Level::High},
                            std::pair{m_ui->criticalHits, Level::Critical}};
    const bool hasFigures = evidence.lack == views::HitEvidence::Lack::None && !evidence.levels.isEmpty();
    m_ui->labelHits->setVisible(hasFigures);
    for (const auto &[label, level] : labels) {
        label->setVisible(hasFigures);
        label->setText(text::hitsAt(evidence, level));
        text::setToolTip(label, text::whatHitsAt(evidence, level)); // and says it to screen readers
    }
    fit();
}

void ThresholdPage::colorProblem()
{
    QPalette palette = this->palette();
    if (m_model->problem())
        palette.setColor(QPalette::WindowText, ChartPalette::from(palette).levelOf(Level::Critical));
    m_ui->problem->setPalette(palette);
}

} // namespace manometer::gui
