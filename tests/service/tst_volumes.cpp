// SPDX-License-Identifier: GPL-3.0-or-later
//
// A volume is recognised under another device number and never confused with another volume.
#include "service/ScanFixture.h"
#include "service/scan/SourceFile.h"
#include "service/scan/Volumes.h"

#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <linux/magic.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace manometer;
using namespace manometer::service;
using namespace manometer::views;
using test::ScanFixture;

namespace {

bool hasMountsOfItsOwn = false;

// A mount in this process's mount namespace; the destructor unmounts it.
class Mount
{
public:
    Mount(const char *type, const QByteArray &at, const QByteArray &options = {})
        : m_at(at)
        , m_isThere(::mount("none", at.constData(), type, type == QByteArray("overlay") ? MS_RDONLY : 0,
                            options.constData()) == 0)
    {}
    ~Mount()
    {
        if (m_isThere)
            ::umount2(m_at.constData(), MNT_DETACH);
    }
    Mount(const Mount &) = delete;
    Mount &operator=(const Mount &) = delete;
    bool isThere() const { return m_isThere; }

private:
    QByteArray m_at;
    bool m_isThere;
};

dev_t deviceOf(const QByteArray &path)
{
    struct stat status = {};
    return ::stat(path.constData(), &status) == 0 ? status.st_dev : 0;
}

} // namespace

class TestVolumes : public QObject
{
    Q_OBJECT

    static std::uint64_t numberOf(const Volumes::Description &volume, dev_t device)
    {
        Volumes volumes([volume](const QByteArray &) { return volume; });
        return volumes.of("/any", device);
    }

private slots:
    void aVolumeIsTheSameUnderAnotherDeviceNumber_data()
    {
        QTest::addColumn<quint64>("type");
        QTest::addColumn<quint64>("id");
        QTest::addColumn<QByteArray>("source");
        QTest::newRow("btrfs by its id") << quint64(BTRFS_SUPER_MAGIC) << quint64(7) << QByteArray();
        QTest::newRow("ext4 on dm-crypt by its id")
            << quint64(EXT4_SUPER_MAGIC) << quint64(7) << QByteArray();
        QTest::newRow("NFS by server and export")
            << quint64(NFS_SUPER_MAGIC) << quint64(0) << QByteArray("nfs4 server:/export");
        QTest::newRow("overlay by its layers")
            << quint64(OVERLAYFS_SUPER_MAGIC) << quint64(7) << QByteArray("overlay overlay lowerdir=/a:/b");
    }
    void aVolumeIsTheSameUnderAnotherDeviceNumber()
    {
        QFETCH(quint64, type);
        QFETCH(quint64, id);
        QFETCH(QByteArray, source);
        const Volumes::Description volume{.type = type, .id = id, .source = source};
        QCOMPARE(numberOf(volume, 40), numberOf(volume, 41));
    }

    void volumesThatDifferInOneFieldAreDistinct()
    {
        const Volumes::Description volume{.type = NFS_SUPER_MAGIC, .id = 7, .source = "nfs4 server:/export"};
        for (const Volumes::Description &other :
             {Volumes::Description{.type = CEPH_SUPER_MAGIC, .id = 7, .source = "nfs4 server:/export"},
              Volumes::Description{.type = NFS_SUPER_MAGIC, .id = 8, .source = "nfs4 server:/export"},
              Volumes::Description{.type = NFS_SUPER_MAGIC, .id = 7, .source = "nfs4 server:/other"}})
            QVERIFY(numberOf(volume, 40) != numberOf(other, 40));
    }

    void aVolumeWithoutIdentityKeepsItsDeviceNumber()
    {
        QCOMPARE(numberOf({}, 40), std::uint64_t(40));
        QCOMPARE(numberOf({.type = TMPFS_MAGIC, .id = 9}, 41), std::uint64_t(41));
        QCOMPARE(numberOf({.type = EXT4_SUPER_MAGIC, .id = 0}, 42), std::uint64_t(42));
    }

    void aVolumeIsDescribedOnce()
    {
        int asked = 0;
        Volumes volumes([&asked](const QByteArray &) {
            ++asked;
            return Volumes::Description();
        });
        for (int file = 0; file < 10; ++file)
            volumes.of("/any", 40);
        QCOMPARE(asked, 1);
        volumes.of("/other", 41);
        QCOMPARE(asked, 2);
    }

    void twoRealVolumesAreDistinct()
    {
        Volumes volumes;
        const dev_t root = deviceOf("/");
        const dev_t memory = deviceOf("/dev/shm");
        if (root == memory)
            QSKIP("/ and /dev/shm are one volume here");
        QVERIFY(volumes.of("/", root) != volumes.of("/dev/shm", memory));
    }

    // On overlay the kernel does not report writers, so the fingerprint decides.
    void onOverlayAWriteThroughAMappingIsSeenByItsFingerprint()
    {
        if (!hasMountsOfItsOwn)
            QSKIP("only root may mount");
        ScanFixture scanning;
        QTemporaryDir lower;
        QTemporaryDir second;
        QVERIFY(test::writeFile(lower.path().toUtf8() + "/a", QByteArray(4096, 'x')));
        const Mount mount("overlay", scanning.root(),
                          "lowerdir=" + lower.path().toUtf8() + ":" + second.path().toUtf8());
        if (!mount.isThere())
            QSKIP("overlay cannot be mounted here");
        const int file = ::open((lower.path().toUtf8() + "/a").constData(), O_RDWR | O_CLOEXEC);
        auto *const page =
            static_cast<char *>(::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0));
        ::close(file);
        page[0] = '1'; // dirties the page
        QCOMPARE(scanning.run().read, quint64(1));
        QCOMPARE(scanning.run().fromCache, quint64(1));
        page[0] = '2';
        QCOMPARE(scanning.run().read, quint64(1));
        QCOMPARE(scanning.run().fromCache, quint64(1));
        ::munmap(page, 4096);
    }

    void aRemountReadsNothingAndDropsDeletedFiles()
    {
        if (!hasMountsOfItsOwn)
            QSKIP("only root may mount");
        ScanFixture scanning;
        QTemporaryDir elsewhere;
        QTemporaryDir second;
        const QByteArray folder = scanning.root();
        const QByteArray lower = elsewhere.path().toUtf8();
        for (int file = 0; file < 10; ++file)
            QVERIFY(test::writeFile(lower + "/f" + QByteArray::number(file), "contents"));
        const QByteArray layers = "lowerdir=" + lower + ":" + second.path().toUtf8();
        dev_t before = 0;
        {
            const Mount mount("overlay", folder, layers);
            if (!mount.isThere())
                QSKIP("overlay cannot be mounted here");
            before = deviceOf(folder);
            QCOMPARE(scanning.run().read, quint64(10));
        }
        // While unmounted the files are only unreachable: no entry is dropped.
        QCOMPARE(scanning.run().vanished, quint64(0));
        QCOMPARE(scanning.cache->list({}).size(), std::size_t(10));
        QVERIFY(QFile::remove(elsewhere.filePath(QStringLiteral("f7"))));
        QTemporaryDir other;
        const Mount taker("tmpfs", other.path().toUtf8()); // takes the free device number
        const Mount mount("overlay", folder, layers);
        QVERIFY(mount.isThere());
        QVERIFY(deviceOf(folder) != before);
        const auto progress = scanning.run();
        QCOMPARE(progress.fromCache, quint64(9));
        QCOMPARE(progress.read, quint64(0));
        QCOMPARE(progress.vanished, quint64(1));
    }
};

int main(int argc, char **argv)
{
    // Before any thread is created: threads inherit the mount namespace.
    hasMountsOfItsOwn =
        ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    QCoreApplication application(argc, argv);
    TestVolumes test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_volumes.moc"
