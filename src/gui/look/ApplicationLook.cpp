// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/ApplicationLook.h"

#include "gui/look/OutlinedStyle.h"
#include "gui/look/Palettes.h"
#include "gui/look/RightToLeftStyle.h"

#include <QApplication>
#include <QEvent>
#include <QScopedValueRollback>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace manometer::gui {

using views::Appearance;

namespace {

// QApplication has it only while no palette of the program's is set.
QPalette paletteOfDesktop()
{
    QApplication::setPalette(QPalette());
    return QApplication::palette();
}

} // namespace

ApplicationLook::ApplicationLook(DesktopPalette desktop, QObject *parent)
    : QObject(parent)
    , m_desktop(desktop ? std::move(desktop) : &paletteOfDesktop)
{
    auto *style = new RightToLeftStyle;
    m_isFusionOnDesktop = style->baseStyle()->name().compare(u"fusion"_s, Qt::CaseInsensitive) == 0;
    QApplication::setStyle(new OutlinedStyle(style));
    QCoreApplication::instance()->installEventFilter(this);
}

void ApplicationLook::show(Appearance appearance)
{
    m_appearance = appearance;
    // Some desktops' styles ignore the palette.
    setStyle(appearance == Appearance::System || m_isFusionOnDesktop ? Style::Desktop : Style::Fusion);
    setPalette();
}

void ApplicationLook::setStyle(Style style)
{
    if (style == m_style)
        return;
    m_style = style;
    QApplication::setStyle(
        new OutlinedStyle(style == Style::Fusion ? new RightToLeftStyle(u"Fusion"_s) : new RightToLeftStyle));
}

void ApplicationLook::setPalette()
{
    const QScopedValueRollback isSetting(m_isSettingPalette, true);
    switch (m_appearance) {
    case Appearance::System:
        QApplication::setPalette(withReadableTexts(m_desktop()));
        break;
    case Appearance::Light:
        QApplication::setPalette(lightPalette());
        break;
    case Appearance::Dark:
        QApplication::setPalette(darkPalette());
        break;
    case Appearance::HighContrast:
        QApplication::setPalette(highContrastPalette());
        break;
    }
    m_shown = QApplication::palette();
    QToolTip::setPalette(m_shown);
}

// Also sent for our own changes: during them or, depending on Qt's version, afterwards.
bool ApplicationLook::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ApplicationPaletteChange && watched == QCoreApplication::instance() &&
        m_appearance == Appearance::System && !m_isSettingPalette && QApplication::palette() != m_shown)
        setPalette();
    return QObject::eventFilter(watched, event);
}

} // namespace manometer::gui
