// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status/CutCard.h"

#include "gui/look/ChartPalette.h"
#include "gui/look/ElidedLabel.h"
#include "gui/text/PlainText.h"
#include "gui/text/Times.h"
#include "gui/text/Verdict.h"

#include <QDateTime>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

CutCard::CutCard(QWidget *parent)
    : Card(tr("Last cut"), parent)
    , m_caption(new ElidedLabel(tr("Time of the last cut"), 1, this))
    , m_verdict(new ElidedLabel(tr("Effect of the last cut"), 1, this))
    , m_detail(new ElidedLabel(tr("Details of the last cut"), 2, this))
    , m_raise(new QToolButton(this))
{
    m_caption->setObjectName(u"cutTime"_s);
    m_verdict->setObjectName(u"verdict"_s);
    m_verdict->setFont(figureFont());
    m_detail->setObjectName(u"receipt"_s);
    m_raise->setObjectName(u"raiseLimit"_s);
    m_raise->setText(tr("Raise limit…"));
    m_raise->setAccessibleName(tr("Raise the limit of the cache"));
    text::setToolTip(m_raise, tr("A larger cache has more to give back. Opens the settings."));
    connect(m_raise, &QToolButton::clicked, this, &CutCard::raiseRequested);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, grid, 12, grid);
    lines->setSpacing(grid / 2);
    lines->addWidget(m_caption);
    lines->addWidget(m_verdict);
    lines->addWidget(m_detail);
    lines->addWidget(m_raise, 0, Qt::AlignRight);
    lines->addStretch(1);
}

void CutCard::setReadOnly(bool readOnly)
{
    m_isReadOnly = readOnly;
    showRaise();
}

void CutCard::setCompact(bool compact)
{
    m_isCompact = compact;
    QSizePolicy policy = m_raise->sizePolicy();
    policy.setRetainSizeWhenHidden(!compact); // nothing moves when it comes
    m_raise->setSizePolicy(policy);
    m_detail->setLines(compact ? 1 : 2);
    showRaise();
}

void CutCard::showRaise()
{
    m_raise->setVisible(m_offersRaise && !m_isReadOnly && !m_isCompact);
}

void CutCard::show(const std::optional<EventModel::Cut> &cut)
{
    const ChartPalette colors = ChartPalette::from(palette());
    if (!cut) {
        m_caption->put(tr("Last cache cut"));
        m_verdict->put(tr("None"));
        m_verdict->setInk(colors.text);
        m_detail->put(tr("Memory pressure has not cut the cache's limit yet."));
        m_offersRaise = false;
        return showRaise();
    }
    const text::Verdict verdict = text::verdict(cut->limit, cut->receipt);
    m_caption->put(tr("Last cache cut, %1", "a time")
                       .arg(text::timeOrDate(cut->wallMs, QDateTime::currentMSecsSinceEpoch())));
    m_verdict->put(text::verdictWords(cut->limit, cut->receipt));
    m_verdict->setInk(verdict == text::Verdict::Helped     ? colors.levelOf(pressure::Level::Normal)
                      : verdict == text::Verdict::NoEffect ? colors.levelOf(pressure::Level::High)
                                                           : colors.text);
    m_detail->put(text::cutDetail(cut->limit, cut->receipt));
    m_offersRaise = verdict == text::Verdict::TooSmall;
    showRaise();
}

} // namespace manometer::gui
