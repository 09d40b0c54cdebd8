// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/FileFacts.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QMimeDatabase>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

namespace manometer::extract {

namespace {

constexpr std::uint64_t sliceBytes = 4096;

class Descriptor
{
public:
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {}
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

std::int64_t nanoseconds(const timespec &time)
{
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

QString isoTime(std::int64_t time)
{
    return QDateTime::fromMSecsSinceEpoch(time / 1'000'000, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace

Expected<FileFacts, FileFactsError> readFileFacts(const QByteArray &path)
{
    const Descriptor file(
        ::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY));
    if (file.get() < 0)
        return Unexpected<FileFactsError>({errno});
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0)
        return Unexpected<FileFactsError>({errno});
    if (!S_ISREG(status.st_mode))
        return Unexpected<FileFactsError>({EINVAL});

    FileFacts facts;
    facts.sizeBytes = static_cast<std::uint64_t>(status.st_size);
    facts.mtimeNanoseconds = nanoseconds(status.st_mtim);
    facts.ctimeNanoseconds = nanoseconds(status.st_ctim);
    facts.inode = status.st_ino;
    facts.device = status.st_dev;

    std::array<char, 8 + 3 * sliceBytes> sample{};
    for (int byte = 0; byte < 8; ++byte) // little-endian, whatever the machine
        sample[static_cast<std::size_t>(byte)] = static_cast<char>(facts.sizeBytes >> (8 * byte));
    std::size_t length = 8;
    std::size_t firstLength = 0;
    const std::uint64_t last = facts.sizeBytes > sliceBytes ? facts.sizeBytes - sliceBytes : 0;
    for (const std::uint64_t offset : {std::uint64_t(0), last / 2, last}) {
        const ssize_t got =
            ::pread(file.get(), sample.data() + length, sliceBytes, static_cast<off_t>(offset));
        if (got < 0)
            return Unexpected<FileFactsError>({errno});
        if (offset == 0 && length == 8)
            firstLength = static_cast<std::size_t>(got);
        length += static_cast<std::size_t>(got);
    }
    facts.fingerprint = XXH3_64bits(sample.data(), length);
    static const QMimeDatabase mimeTypes;
    const auto first = QByteArray::fromRawData(sample.data() + 8, static_cast<qsizetype>(firstLength));
    const auto name = QString::fromUtf8(path.mid(path.lastIndexOf('/') + 1));
    facts.mimeType = mimeTypes.mimeTypeForFileNameAndData(name, first).name();
    return facts;
}

QByteArray document(const FileFacts &facts, const QJsonObject &metadata)
{
    const QJsonObject file{
        // As text: JSON's numbers hold only 53 bits.
        {QStringLiteral("sizeBytes"), QString::number(facts.sizeBytes)},
        {QStringLiteral("modified"), isoTime(facts.mtimeNanoseconds)},
        {QStringLiteral("changed"), isoTime(facts.ctimeNanoseconds)},
        {QStringLiteral("mimeType"), facts.mimeType},
        {QStringLiteral("fingerprint"),
         QString::asprintf("%016llx", static_cast<unsigned long long>(facts.fingerprint))},
    };
    return QJsonDocument(QJsonObject{{QStringLiteral("file"), file}, {QStringLiteral("metadata"), metadata}})
        .toJson(QJsonDocument::Compact);
}

} // namespace manometer::extract
