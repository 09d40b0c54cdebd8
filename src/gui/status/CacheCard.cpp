// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/status/CacheCard.h"

#include "gui/look/ChartPalette.h"
#include "gui/look/ElidedLabel.h"
#include "gui/look/Gauge.h"
#include "gui/text/Numbers.h"
#include "gui/text/StatusText.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace manometer::gui {

CacheCard::CacheCard(QWidget *parent)
    : Card(tr("Cache"), parent)
    , m_facts(new ElidedLabel(tr("Hit ratio of the cache"), 1, this))
    , m_entries(new ElidedLabel(tr("Cached entries"), 1, this))
    , m_fill(new ElidedLabel(tr("Size of the cache"), 1, this))
    , m_gauge(new Gauge(tr("How full the cache is"), Gauge::Labels::None, this))
    , m_limit(new ElidedLabel(tr("Reason for the cache limit"), 2, this))
{
    m_entries->setObjectName(u"cacheEntries"_s);
    m_entries->setFont(figureFont());
    m_entries->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_fill->setObjectName(u"cacheFill"_s);
    m_facts->setObjectName(u"cacheFacts"_s);
    m_limit->setObjectName(u"limit"_s);
    QVBoxLayout *lines = makeLines();
    lines->addWidget(m_facts);
    auto *figure = new QHBoxLayout;
    figure->setSpacing(grid);
    figure->addWidget(m_entries);
    figure->addWidget(m_fill, 1, Qt::AlignBottom);
    lines->addLayout(figure);
    lines->addWidget(m_gauge);
    lines->addWidget(m_limit);
    lines->addStretch(1);
}

void CacheCard::setCompact(bool compact)
{
    m_limit->setVisible(!compact);
}

void CacheCard::show(const views::CacheSummary &summary, const views::MonitorStatus &status, qint64 nowMs)
{
    const ChartPalette colors = ChartPalette::from(palette());
    m_entries->put(text::count(summary.stats.memoryEntries));
    m_fill->put(text::cacheFill(summary, status));
    m_facts->put(text::cacheFacts(summary));
    m_limit->put(text::limit(status, nowMs));
    const auto configured = static_cast<double>(status.configured.entries > 0 ? status.configured.entries
                                                                              : summary.configured.entries);
    if (configured <= 0)
        return m_gauge->show(0, views::absent, colors.process, {});
    std::vector<GaugeMark> limit;
    if (status.limit.entries > 0 && static_cast<double>(status.limit.entries) < configured)
        limit.push_back({.at = static_cast<double>(status.limit.entries) / configured, .color = colors.text});
    m_gauge->show(0, static_cast<double>(summary.stats.memoryEntries) / configured, colors.process, limit);
}

} // namespace manometer::gui
