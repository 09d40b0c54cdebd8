// SPDX-License-Identifier: GPL-3.0-or-later
//
// The help texts: what each page is for and how to use it. Pure functions.
#pragma once

#include <QString>
#include <QStringList>

namespace manometer::gui {

enum class HelpTopic { Overview, Chart, Thresholds, WhatIf, Events, Entries, Holders, Sources, Scan, Settings };
inline constexpr int helpTopics = 10;

struct HelpPage
{
    QString title;
    QStringList paragraphs; // plain text
};

HelpPage helpPage(HelpTopic topic);

} // namespace manometer::gui
