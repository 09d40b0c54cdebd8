// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/Picture.h"

#include "files/OutputFile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageWriter>

namespace manometer::gui {

namespace {

struct Picture
{
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

QByteArray formatOf(const QString &file)
{
    const QByteArray suffix = QFileInfo(file).suffix().toLower().toLatin1();
    return suffix.isEmpty() ? QByteArrayLiteral("png") : suffix;
}

} // namespace

bool canWritePicture(const QString &file)
{
    return QImageWriter::supportedImageFormats().contains(formatOf(file));
}

QString writePicture(const QString &file, const QImage &picture)
{
    if (!canWritePicture(file))
        return Picture::tr("the picture format '%1' is not supported; use .png")
            .arg(QFileInfo(file).suffix());
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, formatOf(file));
    if (!writer.write(picture))
        return writer.errorString();
    return files::writeOutput(file, bytes);
}

} // namespace manometer::gui
