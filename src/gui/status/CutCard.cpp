// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status/CutCard.h"

#include "gui/look/ChartPalette.h"
#include "gui/look/ElidedLabel.h"
#include "gui/text/PlainText.h"
#include "gui/text/Times.h"
#include "gui/text/Verdict.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

CutCard::CutCard(QWidget *parent)
    : Card(tr("Last cut"), parent)
    , m_caption(new ElidedLabel(tr("Time of the last cut"), 1, this))
    , m_verdict(new ElidedLabel(tr("Effect of the last cut"), 1, this))
    , m_detail(new ElidedLabel(tr("Details of the last cut"), 2, this))
    , m_cost(new ElidedLabel(tr("Cost of the last cut"), 1, this))
    , m_evicted(new QToolButton(this))
    , m_raise(new QToolButton(this))
{
    m_caption->setObjectName(u"cutTime"_s);
    m_verdict->setObjectName(u"verdict"_s);
    m_verdict->setFont(figureFont());
    m_detail->setObjectName(u"receipt"_s);
    m_cost->setObjectName(u"cutCost"_s);
    m_raise->setObjectName(u"raiseLimit"_s);
    m_raise->setText(tr("Raise limit…"));
    m_raise->setAccessibleName(tr("Raise the limit of the cache"));
    text::setToolTip(m_raise, tr("A larger cache has more to give back. Opens the settings."));
    connect(m_raise, &QToolButton::clicked, this, &CutCard::raiseRequested);
    m_evicted->setObjectName(u"showEvicted"_s);
    m_evicted->setText(tr("List…", "button: show the entries that are not in memory"));
    m_evicted->setAccessibleName(tr("Show the entries that are on disk only"));
    text::setToolTip(m_evicted, tr("Lists the entries that are on disk, but not in memory: those that cuts "
                                   "evicted, and those that were never in memory since the start."));
    connect(m_evicted, &QToolButton::clicked, this, &CutCard::evictedRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(grid);
    buttons->addStretch(1);
    buttons->addWidget(m_evicted);
    buttons->addWidget(m_raise);
    QVBoxLayout *lines = makeLines();
    lines->addWidget(m_caption);
    lines->addWidget(m_verdict);
    auto *facts = new QVBoxLayout;
    facts->setSpacing(0); // together two lines, with and without a cost
    facts->addWidget(m_detail);
    facts->addWidget(m_cost);
    lines->addLayout(facts);
    lines->addLayout(buttons);
    lines->addStretch(1);
}

void CutCard::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    showButtons();
}

void CutCard::setCompact(bool compact)
{
    m_isCompact = compact;
    QSizePolicy policy = m_raise->sizePolicy();
    policy.setRetainSizeWhenHidden(!compact); // nothing moves when it comes
    m_raise->setSizePolicy(policy);
    showDetail();
    showButtons();
}

void CutCard::showDetail()
{
    const QString cost = m_cost->text();
    // In one line the cost says more than what was evicted, which the tooltip has.
    if (m_isCompact && !cost.isEmpty())
        m_detail->put(cost, m_detailWords);
    else
        m_detail->put(m_detailWords);
    m_cost->setVisible(!m_isCompact && !cost.isEmpty());
    m_detail->setLines(m_isCompact || !cost.isEmpty() ? 1 : 2);
}

void CutCard::showButtons()
{
    m_raise->setVisible(m_offersRaise && !m_isReadOnly && !m_isCompact);
    m_evicted->setVisible(m_hasCut && !m_isCompact);
}

void CutCard::show(const std::optional<EventModel::Cut> &cut)
{
    const ChartPalette colors = ChartPalette::from(palette());
    m_hasCut = cut.has_value();
    if (!cut) {
        m_caption->put(tr("Last cache cut"));
        m_verdict->put(tr("None"));
        m_verdict->setInk(colors.text);
        m_detailWords = tr("Memory pressure has not cut the cache's limit yet.");
        m_cost->put({});
        m_offersRaise = false;
        showDetail();
        return showButtons();
    }
    const text::Verdict verdict = text::verdict(cut->limit, cut->receipt);
    m_caption->put(tr("Last cache cut, %1", "a time")
                       .arg(text::timeOrDate(cut->wallMs, QDateTime::currentMSecsSinceEpoch())));
    m_verdict->put(text::shortVerdict(cut->limit, cut->receipt));
    m_verdict->setInk(verdict == text::Verdict::Helped     ? colors.levelOf(pressure::Level::Normal)
                      : verdict == text::Verdict::NoEffect ? colors.levelOf(pressure::Level::High)
                                                           : colors.text);
    m_detailWords = text::cutDetail(cut->limit, cut->receipt);
    m_cost->put(cut->cost ? text::shortCost(*cut->cost) : QString(),
                cut->cost ? text::costWords(*cut->cost) : QString());
    showDetail();
    m_offersRaise = verdict == text::Verdict::TooSmall;
    showButtons();
}

} // namespace manometer::gui
