// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/ConnectionBar.h"

#include "gui/look/Icons.h"
#include "gui/text/ConnectionText.h"
#include "gui/text/PlainText.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

#include <utility>

using namespace Qt::StringLiterals;

namespace manometer::gui {

ConnectionBar::ConnectionBar(views::Backend *backend, const QString &place, QWidget *parent)
    : QFrame(parent)
    , m_place(place)
    , m_icon(text::plainLabel({}, this))
    , m_text(text::plainLabel({}, this))
{
    setObjectName(u"connectionBar"_s);
    setAccessibleName(tr("Connection"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    m_icon->setPixmap(actionIcon(u"stale"_s).pixmap(QSize(size, size), devicePixelRatioF()));
    m_text->setObjectName(u"connectionText"_s);
    m_text->setAccessibleName(tr("Connection"));
    m_text->setForegroundRole(QPalette::ToolTipText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 10, 4);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    connect(backend, &views::Backend::connectionChanged, this, &ConnectionBar::showConnection);
    showConnection(backend->connection());
}

void ConnectionBar::showConnection(const views::Connection &connection)
{
    using State = views::Connection::State;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    const QString text = text::connection(connection, m_place, QCoreApplication::applicationVersion(), now);
    m_text->setText(text);
    setVisible(!text.isEmpty());
    const views::Connection before = std::exchange(m_shown, connection);
    if (before.state == State::Lost && connection.state == State::Connected)
        emit regained(now - before.sinceWallMs);
}

} // namespace manometer::gui
