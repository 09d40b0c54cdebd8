// SPDX-License-Identifier: GPL-3.0-or-later
//
// What manometer-reader says of HDF5 files that libhdf5 wrote, compared with what was written.
#include "ReaderFixture.h"
#include "reader/Hdf5Handle.h"
#include "support/TestMain.h"

#include <cstring>
#include <limits>
#include <random>
#include <sys/inotify.h>
#include <unistd.h>

using namespace manometer::test;
using Handle = manometer::reader::Hdf5Handle;
using Lengths = std::vector<hsize_t>;

class TestReaderHdf5 : public QObject
{
    Q_OBJECT

    Folder m_folder;
    int m_files = 0;

    QByteArray path(const QByteArray &name) { return m_folder.path().toUtf8() + '/' + name; }
    QByteArray newPath() { return path("h" + QByteArray::number(++m_files) + ".h5"); }

    static Handle create(const QByteArray &file, hid_t creation = H5P_DEFAULT)
    {
        return Handle(::H5Fcreate(file.constData(), H5F_ACC_TRUNC, creation, H5P_DEFAULT));
    }
    static Handle chunks(const Lengths &chunk, bool isFiltered)
    {
        Handle properties(::H5Pcreate(H5P_DATASET_CREATE));
        ::H5Pset_chunk(properties, int(chunk.size()), chunk.data());
        if (isFiltered) {
            ::H5Pset_shuffle(properties);
            ::H5Pset_deflate(properties, 1);
        }
        return properties;
    }
    template<typename T>
    static hid_t memoryType()
    {
        if constexpr (std::is_same_v<T, float>)
            return H5T_NATIVE_FLOAT;
        else if constexpr (std::is_same_v<T, double>)
            return H5T_NATIVE_DOUBLE;
        else if constexpr (sizeof(T) == 1)
            return std::is_signed_v<T> ? H5T_NATIVE_INT8 : H5T_NATIVE_UINT8;
        else if constexpr (sizeof(T) == 2)
            return std::is_signed_v<T> ? H5T_NATIVE_INT16 : H5T_NATIVE_UINT16;
        else if constexpr (sizeof(T) == 4)
            return std::is_signed_v<T> ? H5T_NATIVE_INT32 : H5T_NATIVE_UINT32;
        else
            return std::is_signed_v<T> ? H5T_NATIVE_INT64 : H5T_NATIVE_UINT64;
    }
    template<typename T>
    static bool write(hid_t where, const char *name, hid_t type, const Lengths &shape,
                      const std::vector<T> &values, hid_t creation = H5P_DEFAULT)
    {
        const Handle space(::H5Screate_simple(int(shape.size()), shape.data(), nullptr));
        const Handle dataset(::H5Dcreate2(where, name, type, space, H5P_DEFAULT, creation, H5P_DEFAULT));
        return ::H5Dwrite(dataset, memoryType<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) >= 0;
    }

    static QJsonArray objectsOf(const QJsonObject &answer)
    {
        return answer.value(QLatin1String("metadata")).toObject().value(QLatin1String("objects")).toArray();
    }
    static QJsonObject named(const QJsonArray &objects, const char *name)
    {
        for (const QJsonValue &object : objects)
            if (object.toObject().value(QLatin1String("path")).toString() == QLatin1String(name))
                return object.toObject();
        return {};
    }
    static QString word(const QJsonObject &object, const char *field)
    {
        return object.value(QLatin1String(field)).toString();
    }
    static QJsonObject statistics(const QJsonObject &object)
    {
        return object.value(QLatin1String("statistics")).toObject();
    }
    static QJsonArray numbers(std::initializer_list<int> values)
    {
        QJsonArray array;
        for (const int value : values)
            array.append(value);
        return array;
    }

    template<typename T>
    void checkIntegers(hid_t type, const char *datatype, const char *order)
    {
        std::mt19937_64 random(42);
        std::vector<T> values(300'007);
        for (T &value : values)
            value = static_cast<T>(random());
        values[7] = std::numeric_limits<T>::max();
        values[11] = std::numeric_limits<T>::min();
        const QByteArray file = newPath();
        QVERIFY(write(create(file), "d", type, {values.size()}, values));
        ReaderFixture reader;
        const QJsonObject dataset = named(objectsOf(reader.ask("deep", file)), "/d");
        QCOMPARE(word(dataset, "type"), QLatin1String(datatype));
        QCOMPARE(word(dataset, "byteOrder"), QLatin1String(order));
        QCOMPARE(difference(statistics(dataset), statisticsOf(values)), QString());
        const QByteArray minimum = QByteArray::number(qlonglong(std::numeric_limits<T>::min()));
        const QByteArray maximum = QByteArray::fromStdString(std::to_string(std::numeric_limits<T>::max()));
        QVERIFY2(reader.lastLine.contains("\"minimum\":" + minimum + ','), reader.lastLine);
        QVERIFY2(reader.lastLine.contains("\"maximum\":" + maximum + ','), reader.lastLine);
    }

private slots:
    void initTestCase() { ::H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); }

    void integersAreExact()
    {
        checkIntegers<std::int8_t>(H5T_STD_I8LE, "int8", "");
        checkIntegers<std::uint8_t>(H5T_STD_U8BE, "uint8", "");
        checkIntegers<std::int16_t>(H5T_STD_I16BE, "int16", "big");
        checkIntegers<std::uint16_t>(H5T_STD_U16LE, "uint16", "little");
        checkIntegers<std::int32_t>(H5T_STD_I32BE, "int32", "big");
        checkIntegers<std::uint32_t>(H5T_STD_U32LE, "uint32", "little");
        checkIntegers<std::int64_t>(H5T_STD_I64LE, "int64", "little");
        checkIntegers<std::uint64_t>(H5T_STD_U64BE, "uint64", "big");
    }

    void floatsAreCountedByKind()
    {
        std::mt19937 random(3);
        std::vector<float> singles(300'001);
        for (float &value : singles)
            value = float(random()) * 1e-3F - 1e6F;
        singles[0] = std::numeric_limits<float>::quiet_NaN();
        singles[1] = -std::numeric_limits<float>::infinity();
        singles[300'000] = std::numeric_limits<float>::infinity();
        std::vector<double> doubles(200'003);
        for (double &value : doubles)
            value = 1e12 + double(random() % 1000) * 1e-3;
        const QByteArray file = newPath();
        {
            const Handle hdf5 = create(file);
            QVERIFY(write(hdf5, "singles", H5T_IEEE_F32BE, {300'001}, singles));
            QVERIFY(write(hdf5, "doubles", H5T_IEEE_F64LE, {200'003}, doubles));
        }
        ReaderFixture reader;
        const QJsonArray objects = objectsOf(reader.ask("deep", file));
        QCOMPARE(difference(statistics(named(objects, "/singles")), statisticsOf(singles)), QString());
        const QJsonObject found = statistics(named(objects, "/doubles"));
        QCOMPARE(difference(found, statisticsOf(doubles)), QString());
        QVERIFY(found.value(QLatin1String("deviation")).toDouble() > 0.2);
    }

    // Chunks that do not divide the shape; of blocks of chunks, too.
    void chunksAreReadOnceEach()
    {
        std::mt19937 random(5);
        std::vector<std::int32_t> values(std::size_t(67 * 211 * 101));
        for (std::int32_t &value : values)
            value = std::int32_t(random());
        const QByteArray file = newPath();
        {
            const Handle hdf5 = create(file);
            QVERIFY(write(hdf5, "small", H5T_STD_I32BE, {67, 211, 101}, values, chunks({3, 7, 11}, true)));
            QVERIFY(
                write(hdf5, "slices", H5T_STD_I32LE, {67, 211, 101}, values, chunks({1, 211, 101}, true)));
            QVERIFY(
                write(hdf5, "plain", H5T_STD_I32LE, {67, 211, 101}, values, chunks({64, 200, 100}, false)));
            QVERIFY(write(hdf5, "contiguous", H5T_STD_I32LE, {67, 211, 101}, values));
        }
        ReaderFixture reader;
        const QJsonArray objects = objectsOf(reader.ask("deep", file));
        for (const char *name : {"/small", "/slices", "/plain", "/contiguous"})
            QVERIFY2(difference(statistics(named(objects, name)), statisticsOf(values)).isEmpty(), name);
        const QJsonObject small = named(objects, "/small");
        QCOMPARE(small.value(QLatin1String("shape")).toArray(), numbers({67, 211, 101}));
        QCOMPARE(small.value(QLatin1String("chunk")).toArray(), numbers({3, 7, 11}));
        QCOMPARE(small.value(QLatin1String("filters")).toArray(),
                 QJsonArray({QStringLiteral("shuffle"), QStringLiteral("deflate")}));
        QCOMPARE(word(small, "layout"), QStringLiteral("chunked"));
        QCOMPARE(word(named(objects, "/contiguous"), "layout"), QStringLiteral("contiguous"));
    }

    void whatHasNoStatisticsSaysWhy()
    {
        const QByteArray file = newPath();
        {
            const Handle hdf5 = create(file);
            const Handle scalar(::H5Screate(H5S_SCALAR));
            const Handle null(::H5Screate(H5S_NULL));
            const Handle compound(::H5Tcreate(H5T_COMPOUND, 12));
            ::H5Tinsert(compound, "x", 0, H5T_IEEE_F64LE);
            ::H5Tinsert(compound, "n", 8, H5T_STD_I32LE);
            const Handle text(::H5Tcopy(H5T_C_S1));
            ::H5Tset_size(text, H5T_VARIABLE);
            const auto make = [&hdf5](const char *name, hid_t type, hid_t space,
                                      hid_t creation = H5P_DEFAULT) {
                return Handle(::H5Dcreate2(hdf5, name, type, space, H5P_DEFAULT, creation, H5P_DEFAULT))
                    .isOpen();
            };
            QVERIFY(make("compound", compound, scalar));
            QVERIFY(make("text", text, scalar));
            QVERIFY(make("null", H5T_STD_I32LE, null));
            QVERIFY(make("one", H5T_STD_I32LE, scalar));
            const hsize_t length = 100;
            const Handle space(::H5Screate_simple(1, &length, nullptr));
            const Handle filtered = chunks({10}, false);
            QVERIFY(::H5Pset_filter(filtered, 32'008, H5Z_FLAG_OPTIONAL, 0, nullptr) >= 0);
            QVERIFY(make("filtered", H5T_STD_I32LE, space, filtered));
        }
        ReaderFixture reader;
        const QJsonArray objects = objectsOf(reader.ask("deep", file));
        QCOMPARE(word(named(objects, "/compound"), "skipped"), QStringLiteral("its type is compound"));
        QCOMPARE(named(objects, "/compound").value(QLatin1String("members")).toArray().at(1).toArray(),
                 QJsonArray({QStringLiteral("n"), QStringLiteral("int32")}));
        QCOMPARE(word(named(objects, "/text"), "skipped"), QStringLiteral("its type is string"));
        QCOMPARE(word(named(objects, "/null"), "skipped"), QStringLiteral("no data"));
        QCOMPARE(word(named(objects, "/filtered"), "skipped"),
                 QStringLiteral("filter 32008 is not available"));
        QCOMPARE(statistics(named(objects, "/one")).value(QLatin1String("count")).toInt(), 1);
    }

    // Each target exists and would be opened by a reader that follows: none of them may be.
    void otherFilesAreNamedAndNotOpened()
    {
        const QByteArray target = path("target.h5");
        const QByteArray raw = path("raw.bin");
        const QByteArray file = newPath();
        const std::vector<std::int32_t> values(10, 7);
        QVERIFY(writeFile(raw, QByteArray(40, '\1')));
        QVERIFY(write(create(target), "d", H5T_STD_I32LE, {10}, values));
        {
            const Handle hdf5 = create(file);
            QVERIFY(::H5Lcreate_external(target.constData(), "/d", hdf5, "outside", H5P_DEFAULT,
                                         H5P_DEFAULT) >= 0);
            QVERIFY(::H5Lcreate_soft("/outside", hdf5, "soft", H5P_DEFAULT, H5P_DEFAULT) >= 0);
            QVERIFY(::H5Lcreate_soft("/loop", hdf5, "loop", H5P_DEFAULT, H5P_DEFAULT) >= 0);
            const hsize_t length = 10;
            const hsize_t unlimited = H5S_UNLIMITED;
            const Handle space(::H5Screate_simple(1, &length, nullptr));
            const Handle external(::H5Pcreate(H5P_DATASET_CREATE));
            QVERIFY(::H5Pset_external(external, raw.constData(), 0, 40) >= 0);
            QVERIFY(
                Handle(::H5Dcreate2(hdf5, "raw", H5T_STD_I32LE, space, H5P_DEFAULT, external, H5P_DEFAULT))
                    .isOpen());
            const Handle mapped(::H5Pcreate(H5P_DATASET_CREATE));
            QVERIFY(::H5Pset_virtual(mapped, space, target.constData(), "/d", space) >= 0);
            QVERIFY(
                Handle(::H5Dcreate2(hdf5, "virtual", H5T_STD_I32LE, space, H5P_DEFAULT, mapped, H5P_DEFAULT))
                    .isOpen());
            // One whose length is that of its sources.
            const Handle growing(::H5Screate_simple(1, &length, &unlimited));
            const Handle all(::H5Scopy(growing));
            const hsize_t start = 0;
            const hsize_t step = 1;
            QVERIFY(::H5Sselect_hyperslab(all, H5S_SELECT_SET, &start, &step, &unlimited, nullptr) >= 0);
            const Handle unlimitedMap(::H5Pcreate(H5P_DATASET_CREATE));
            QVERIFY(::H5Pset_virtual(unlimitedMap, all, target.constData(), "/d", all) >= 0);
            QVERIFY(Handle(::H5Dcreate2(hdf5, "growing", H5T_STD_I32LE, growing, H5P_DEFAULT, unlimitedMap,
                                        H5P_DEFAULT))
                        .isOpen());
        }
        const int notifications = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        QVERIFY(::inotify_add_watch(notifications, target.constData(), IN_OPEN) >= 0);
        QVERIFY(::inotify_add_watch(notifications, raw.constData(), IN_OPEN) >= 0);
        ReaderFixture reader;
        const QJsonArray objects = objectsOf(reader.ask("deep", file));
        std::array<char, 4096> events;
        const ssize_t seen = ::read(notifications, events.data(), events.size());
        ::close(notifications);
        QVERIFY2(seen < 0 && errno == EAGAIN, reader.lastLine);
        QCOMPARE(word(named(objects, "/outside"), "kind"), QStringLiteral("external link"));
        QCOMPARE(word(named(objects, "/outside"), "file").toUtf8(), target);
        QCOMPARE(word(named(objects, "/outside"), "target"), QStringLiteral("/d"));
        QCOMPARE(word(named(objects, "/soft"), "target"), QStringLiteral("/outside"));
        QCOMPARE(word(named(objects, "/loop"), "kind"), QStringLiteral("soft link"));
        for (const char *name : {"/raw", "/virtual", "/growing"}) {
            const QJsonObject dataset = named(objects, name);
            QCOMPARE(word(dataset, "skipped"), QStringLiteral("its data are in other files"));
            QCOMPARE(
                word(dataset.value(QLatin1String("sources")).toArray().at(0).toObject(), "file").toUtf8(),
                QByteArray(name) == "/raw" ? raw : target);
        }
        QCOMPARE(named(objects, "/virtual").value(QLatin1String("shape")).toArray(), numbers({10}));
    }

    void aLoopOfHardLinksEnds()
    {
        const QByteArray file = newPath();
        {
            const Handle hdf5 = create(file);
            const Handle group(::H5Gcreate2(hdf5, "g", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
            QVERIFY(::H5Lcreate_hard(hdf5, "/", group, "up", H5P_DEFAULT, H5P_DEFAULT) >= 0);
        }
        ReaderFixture reader;
        const QJsonArray objects = objectsOf(reader.ask("deep", file));
        QCOMPARE(objects.size(), 3);
        QCOMPARE(word(named(objects, "/g/up"), "kind"), QStringLiteral("hard link"));
        QCOMPARE(word(named(objects, "/g/up"), "target"), QStringLiteral("/"));
    }

    void attributesHaveValues()
    {
        const QByteArray file = newPath();
        {
            const Handle hdf5 = create(file);
            const Handle scalar(::H5Screate(H5S_SCALAR));
            const hsize_t length = 3;
            const Handle three(::H5Screate_simple(1, &length, nullptr));
            const Handle variable(::H5Tcopy(H5T_C_S1));
            ::H5Tset_size(variable, H5T_VARIABLE);
            const Handle fixed(::H5Tcopy(H5T_C_S1));
            ::H5Tset_size(fixed, 8);
            ::H5Tset_strpad(fixed, H5T_STR_SPACEPAD);
            const auto set = [&hdf5](const char *name, hid_t type, hid_t space, hid_t memory,
                                     const void *value) {
                const Handle attribute(::H5Acreate2(hdf5, name, type, space, H5P_DEFAULT, H5P_DEFAULT));
                ::H5Awrite(attribute, memory, value);
            };
            const char *text = "a \"text\"";
            set("variable", variable, scalar, variable, &text);
            set("fixed", fixed, scalar, fixed, "mètre  ");
            const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
            set("most", H5T_STD_U64BE, scalar, H5T_NATIVE_UINT64, &most);
            const double doubles[] = {0.1, std::numeric_limits<double>::quiet_NaN(), -2};
            set("doubles", H5T_IEEE_F64BE, three, H5T_NATIVE_DOUBLE, doubles);
        }
        ReaderFixture reader;
        QVERIFY(!named(objectsOf(reader.ask("quick", file)), "/").contains(QLatin1String("attributes")));
        const QJsonArray attributes =
            named(objectsOf(reader.ask("standard", file)), "/").value(QLatin1String("attributes")).toArray();
        QCOMPARE(attributes.size(), 4);
        QHash<QString, QJsonValue> values;
        for (const QJsonValue &attribute : attributes)
            values[word(attribute.toObject(), "name")] = attribute.toObject().value(QLatin1String("value"));
        QCOMPARE(values[QStringLiteral("variable")], QJsonValue(QStringLiteral("a \"text\"")));
        QCOMPARE(values[QStringLiteral("fixed")], QJsonValue(QString::fromUtf8("mètre")));
        QCOMPARE(values[QStringLiteral("doubles")].toArray(), QJsonArray({0.1, QJsonValue(), -2}));
        QVERIFY(reader.lastLine.contains("\"value\":18446744073709551615"));
    }

    void manyObjectsAreCutOff()
    {
        const QByteArray file = newPath();
        {
            const Handle hdf5 = create(file);
            for (int index = 0; index < 9000; ++index)
                Handle(::H5Gcreate2(hdf5, QByteArray::number(index).constData(), H5P_DEFAULT, H5P_DEFAULT,
                                    H5P_DEFAULT));
        }
        ReaderFixture reader;
        const QJsonObject metadata = reader.ask("deep", file).value(QLatin1String("metadata")).toObject();
        QCOMPARE(metadata.value(QLatin1String("cut")), QJsonValue(true));
        QVERIFY(metadata.value(QLatin1String("objects")).toArray().size() > 1000);
        QVERIFY(reader.lastLine.size() < 1'000'000);
    }

    void memoryStaysWithin32MiB()
    {
#ifdef SANITIZED
        QSKIP("a sanitizer needs memory of its own");
#endif
        std::vector<float> values(16U << 20U);
        for (std::size_t at = 0; at < values.size(); ++at)
            values[at] = float(at * 7919 % 10'007);
        const QByteArray file = newPath();
        {
            const Handle hdf5 = create(file);
            QVERIFY(write(hdf5, "contiguous", H5T_IEEE_F32BE, {4096, 4096}, values));
            QVERIFY(write(hdf5, "chunks", H5T_IEEE_F32LE, {4096, 4096}, values,
                          chunks({768, 1024}, true))); // 3 MiB
            QVERIFY(write(hdf5, "whole", H5T_IEEE_F32LE, {4096, 4096}, values, chunks({4096, 4096}, false)));
            QVERIFY(write(hdf5, "packed", H5T_IEEE_F32LE, {4096, 4096}, values, chunks({4096, 4096}, true)));
        }
        ReaderFixture reader;
        const QJsonArray objects = objectsOf(reader.ask("deep", file));
        for (const char *name : {"/contiguous", "/chunks", "/whole"})
            QVERIFY2(difference(statistics(named(objects, name)), statisticsOf(values)).isEmpty(),
                     reader.lastLine);
        QVERIFY(word(named(objects, "/packed"), "skipped").contains(QLatin1String("memory")));
        QVERIFY2(reader.status("VmHWM") < 32 * 1024, QByteArray::number(reader.status("VmHWM")));
    }

    void aUserBlockIsSkipped()
    {
        const QByteArray file = newPath();
        const Handle creation(::H5Pcreate(H5P_FILE_CREATE));
        QVERIFY(::H5Pset_userblock(creation, 1024) >= 0);
        QVERIFY(write<std::int32_t>(create(file, creation), "d", H5T_STD_I32LE, {3}, {1, 2, 3}));
        ReaderFixture reader;
        const QJsonObject answer = reader.ask("deep", file);
        QCOMPARE(word(answer, "format"), QStringLiteral("HDF5"));
        QCOMPARE(difference(statistics(named(objectsOf(answer), "/d")), statisticsOf<int>({1, 2, 3})),
                 QString());
    }

    void aFileThatIsNotWholeIsUnreadable()
    {
        const QByteArray file = newPath();
        QVERIFY(write<std::int32_t>(create(file), "d", H5T_STD_I32LE, {30'000},
                                    std::vector<std::int32_t>(30'000)));
        QFile original(QFile::decodeName(file));
        QVERIFY(original.open(QIODevice::ReadOnly));
        QByteArray bytes = original.readAll();
        ReaderFixture reader;
        QCOMPARE(reader.kindOf(file), QStringLiteral("ok"));
        QVERIFY(writeFile(file, bytes.left(bytes.size() / 2)));
        QCOMPARE(reader.kindOf(file), QStringLiteral("unreadable"));
        QVERIFY(writeFile(file, bytes.left(8)));
        QCOMPARE(reader.kindOf(file), QStringLiteral("unreadable"));
        // The superblock, version 0: the end of the file at byte 40 and the root's object header at 64.
        QByteArray pastEnd = bytes;
        pastEnd.replace(40, 8, QByteArray(6, '\x7f') + QByteArray(2, '\0'));
        QVERIFY(writeFile(file, pastEnd));
        QCOMPARE(reader.kindOf(file), QStringLiteral("unreadable"));
        bytes.replace(64, 8, QByteArray(6, '\x7f') + QByteArray(2, '\0'));
        QVERIFY(writeFile(file, bytes));
        QCOMPARE(reader.kindOf(file), QStringLiteral("unreadable"));
    }

    // As in tst_reader_fits.
    void aDamagedFileIsAnswered()
    {
        const unsigned seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        const QByteArray file = newPath();
        {
            const Handle hdf5 = create(file);
            std::vector<std::int16_t> values(64 * 64);
            for (std::int16_t &value : values)
                value = std::int16_t(random() % 2000);
            QVERIFY(write(hdf5, "filtered", H5T_STD_I16BE, {64, 64}, values, chunks({16, 16}, true)));
            QVERIFY(write(hdf5, "plain", H5T_STD_I16LE, {64, 64}, values));
            const Handle group(::H5Gcreate2(hdf5, "group", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
            const Handle text(::H5Tcopy(H5T_C_S1));
            ::H5Tset_size(text, H5T_VARIABLE);
            const Handle scalar(::H5Screate(H5S_SCALAR));
            const Handle attribute(::H5Acreate2(group, "unit", text, scalar, H5P_DEFAULT, H5P_DEFAULT));
            const char *unit = "kelvin";
            ::H5Awrite(attribute, text, &unit);
            QVERIFY(::H5Lcreate_external("/etc/passwd", "/d", group, "out", H5P_DEFAULT, H5P_DEFAULT) >= 0);
        }
        QFile original(QFile::decodeName(file));
        QVERIFY(original.open(QIODevice::ReadOnly));
        const QByteArray whole = original.readAll();
        const QStringList options{QStringLiteral("--seconds-per-file"), QStringLiteral("2")};
        auto reader = std::make_unique<ReaderFixture>(options);
        QDeadlineTimer deadline(100'000);
        int answered = 0;
        int crashes = 0;
        int successes = 0;
        for (; answered < 300 && !deadline.hasExpired(); ++answered) {
            QByteArray bytes = whole;
            const int damages = 1 + int(random() % 12);
            for (int damage = 0; damage < damages; ++damage) {
                // Not in the signature; where libhdf5's structures are, more often than in the data.
                const auto size =
                    unsigned(random() % 2 ? std::min<qsizetype>(bytes.size(), 6000) : bytes.size());
                bytes[qsizetype(8 + random() % (size - 8))] = char(random() % 3 ? random() : 0xff);
            }
            if (random() % 8 == 0)
                bytes.truncate(qsizetype(8 + random() % unsigned(bytes.size() - 8)));
            QVERIFY(writeFile(file, bytes));
            const QJsonObject answer = reader->ask("deep", file);
            QVERIFY2(answer.contains(QLatin1String("ok")), QByteArray::number(answered));
            successes += answer.value(QLatin1String("ok")).toBool();
            if (answer.contains(QLatin1String("ended"))) {
                ++crashes;
                reader = std::make_unique<ReaderFixture>(options);
            }
        }
        QCOMPARE(answered, 300);
        QVERIFY(successes > 0);
        qInfo("crashes of the library: %d; read in spite of the damage: %d", crashes, successes);
    }
};

MANOMETER_TEST(Core, TestReaderHdf5)
#include "tst_reader_hdf5.moc"
