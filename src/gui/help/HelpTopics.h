// SPDX-License-Identifier: GPL-3.0-or-later
//
// What each page is for and how it is used, in a few sentences. Pure.
#pragma once

#include <QString>
#include <QStringList>

namespace manometer::gui {

enum class HelpTopic { Overview, Chart, Thresholds, Events, Entries, Holders, Sources, Scan, Settings };
inline constexpr int helpTopics = 9;

struct HelpPage
{
    QString title;
    QStringList paragraphs; // plain text
};

HelpPage helpPage(HelpTopic topic);

} // namespace manometer::gui
