// SPDX-License-Identifier: GPL-3.0-or-later
//
// Fake exiftool programs, written as shell scripts, and a spy for the signals of an Extractor.
#pragma once

#include "extract/Extractor.h"
#include "support/Files.h"

#include <QFile>
#include <QHash>

namespace manometer::test {

struct ExtractorSpy
{
    explicit ExtractorSpy(extract::Extractor &extractor)
    {
        QObject::connect(&extractor, &extract::Extractor::extracted, &extractor,
                         [this](quint64 ticket, const extract::Extraction &extraction) {
                             extracted.insert(ticket, extraction);
                             ++total;
                         });
        QObject::connect(&extractor, &extract::Extractor::failed, &extractor,
                         [this](quint64 ticket, const extract::ExtractFailure &failure) {
                             failed.insert(ticket, failure);
                             ++total;
                         });
    }
    QHash<quint64, extract::Extraction> extracted;
    QHash<quint64, extract::ExtractFailure> failed;
    int total = 0;
};

// The commands with which a fake reader answers a request for $path.
inline const QByteArray goodAnswer = "      echo '[{\"SourceFile\":\"'\"$path\"'\",\"A\":{\"B\":1}}]'\n";

// A fake exiftool as a shell script; it reads the arguments of a request up to -execute.
inline QByteArray fakeReader(const QByteArray &perRequest, const QByteArray &version = "12.57")
{
    return "#!/bin/sh\n"
           "while IFS= read -r line; do\n"
           "  case \"$line\" in\n"
           "    /*) path=$line ;;\n"
           "    -execute0) echo '{guarded}'; echo 'ExifTool version " +
           version +
           "'; echo '{ready0}'; echo '{ready0}' >&2 ;;\n"
           "    -execute*) number=${line#-execute}\n" +
           perRequest +
           "      echo \"{ready$number}\"; echo \"{ready$number}\" >&2 ;;\n"
           "  esac\n"
           "done\n";
}

// A temporary folder for files and executable readers.
class ReaderFolder
{
public:
    QString path() const { return m_folder.path(); }
    QByteArray bytes() const { return QFile::encodeName(m_folder.path()); }
    QByteArray make(const QByteArray &name, const QByteArray &contents) const
    {
        const QByteArray path = bytes() + '/' + name;
        return writeFile(path, contents) ? path : QByteArray();
    }
    QString script(const QByteArray &contents)
    {
        const QString path = QFile::decodeName(make("reader-" + QByteArray::number(++m_scripts), contents));
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }

private:
    Folder m_folder;
    int m_scripts = 0;
};

} // namespace manometer::test
