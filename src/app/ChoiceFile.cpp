// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ChoiceFile.h"

#include "async/PoolThreads.h"
#include "files/OwnFile.h"

namespace manometer::app {

namespace {

constexpr qsizetype mostChoiceLength = 20; // a file may contain anything

} // namespace

ChoiceFile::ChoiceFile(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    async::startPoolThreads(m_pool, 1);
    if (const auto bytes = files::readOwnFile(file))
        m_text = QString::fromUtf8(*bytes).trimmed().left(mostChoiceLength);
}

ChoiceFile::~ChoiceFile()
{
    m_pool.waitForDone();
}

void ChoiceFile::write(const QString &text)
{
    m_pool.start([this, file = m_file, line = text.toUtf8() + '\n'] {
        if (const QString error = files::writeOwnFile(file, line); !error.isEmpty())
            emit failed(file, error);
    });
}

} // namespace manometer::app
