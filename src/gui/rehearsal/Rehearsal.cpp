// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rehearsal/Rehearsal.h"

#include "gui/text/Paths.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

namespace manometer::gui::text {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Rehearsal)
};

constexpr qsizetype longestName = 24; // characters, so that a window of 800 pixels has room for the note

QString shortened(const QString &name)
{
    constexpr qsizetype part = longestName / 2;
    return name.size() <= longestName ? name : name.left(part) + u'…' + name.right(part);
}

QString curveName(const QByteArray &curve)
{
    if (curve == "ramp")
        return Tr::tr("ramp", "a curve of memory use");
    if (curve == "burst")
        return Tr::tr("burst", "a curve of memory use");
    if (curve == "sawtooth")
        return Tr::tr("sawtooth", "a curve of memory use");
    if (curve == "noise")
        return Tr::tr("noise", "a curve of memory use");
    const QString name = QFile::decodeName(curve.mid(curve.lastIndexOf('/') + 1));
    return fileName(shortened(name));
}

} // namespace

QString rehearsal(const Rehearsal &rehearsal)
{
    const QString name = curveName(rehearsal.curve);
    if (rehearsal.speed == 1)
        return name;
    return Tr::tr("%1, %2 times as fast", "%1: a curve or a file")
        .arg(name, QLocale().toString(rehearsal.speed));
}

QString rehearsalNote(const Rehearsal &rehearsal)
{
    return Tr::tr("Rehearsal: %1. Memory figures are played; nothing on this machine is cut.",
                  "%1: a curve or a file, and its speed")
        .arg(text::rehearsal(rehearsal));
}

QString shortRehearsalNote(const Rehearsal &rehearsal)
{
    return Tr::tr("Rehearsal, nothing is cut: %1", "%1: a curve or a file, and its speed")
        .arg(text::rehearsal(rehearsal));
}

} // namespace manometer::gui::text
