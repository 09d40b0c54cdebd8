// SPDX-License-Identifier: GPL-3.0-or-later
//
// What manometer-reader says of FITS files that cfitsio wrote, compared with what was written.
#include "FitsFiles.h"
#include "ReaderFixture.h"
#include "support/TestMain.h"

#include <cstring>
#include <limits>
#include <random>

using namespace manometer::test;

class TestReaderFits : public QObject
{
    Q_OBJECT

    Folder m_folder;
    int m_files = 0;

    QByteArray newPath() { return m_folder.path().toUtf8() + "/f" + QByteArray::number(++m_files) + ".fits"; }

    static QJsonArray hdusOf(const QJsonObject &answer)
    {
        return answer.value(QLatin1String("metadata")).toObject().value(QLatin1String("hdus")).toArray();
    }
    static QJsonObject statistics(const QJsonObject &hdu)
    {
        return hdu.value(QLatin1String("statistics")).toObject();
    }
    static QJsonArray numbers(std::initializer_list<int> values)
    {
        QJsonArray array;
        for (const int value : values)
            array.append(value);
        return array;
    }

    // Values of all sizes that the type has, and its limits; more than one piece of 1 MiB and an odd number.
    template<typename T>
    static std::vector<T> integers()
    {
        std::mt19937_64 random(42);
        std::vector<T> values(1'100'003 / sizeof(T) * 2 + 1);
        for (T &value : values)
            value = static_cast<T>(random());
        values[7] = std::numeric_limits<T>::max();
        values[11] = std::numeric_limits<T>::min();
        return values;
    }

    template<typename T>
    void checkIntegers(int bitpix, const char *datatype)
    {
        const std::vector<T> values = integers<T>();
        const QByteArray file = newPath();
        FitsWriter writer(file);
        writer.image<T>(bitpix, {long(values.size())}, values);
        writer.close();
        QCOMPARE(writer.status, 0);
        ReaderFixture reader;
        const QJsonObject hdu = hdusOf(reader.ask("deep", file)).at(0).toObject();
        QCOMPARE(hdu.value(QLatin1String("datatype")).toString(), QLatin1String(datatype));
        QCOMPARE(difference(statistics(hdu), statisticsOf(values)), QString());
        // As they are written: doubles would not show the last digits of 64 bits.
        const QByteArray minimum = QByteArray::number(qlonglong(std::numeric_limits<T>::min()));
        const QByteArray maximum = QByteArray::fromStdString(std::to_string(std::numeric_limits<T>::max()));
        QVERIFY2(reader.lastLine.contains("\"minimum\":" + minimum + ','), reader.lastLine);
        QVERIFY2(reader.lastLine.contains("\"maximum\":" + maximum + ','), reader.lastLine);
    }

    void checkCompressed(int algorithm, int bitpix, std::vector<long> tile, bool quantise)
    {
        std::mt19937 random(7);
        const long width = 301;
        const long height = 203;
        std::vector<float> values(std::size_t(width * height));
        for (float &value : values)
            value = float(random() % 30'000);
        if (algorithm == PLIO_1) // for masks: cfitsio damages its memory when it writes other images so
            for (std::size_t at = 0; at < values.size(); ++at)
                values[at] = float(at / 50 % 3);
        const bool isFloat = bitpix < 0;
        if (isFloat && !quantise) {
            values[5] = std::numeric_limits<float>::quiet_NaN();
            values[6] = std::numeric_limits<float>::infinity();
            values[7] = std::numeric_limits<float>::denorm_min();
        }
        const QByteArray file = newPath();
        FitsWriter writer(file);
        ::fits_set_compression_type(writer.file, algorithm, &writer.status);
        ::fits_set_tile_dim(writer.file, 2, tile.data(), &writer.status);
        if (isFloat)
            ::fits_set_quantize_level(writer.file, quantise ? 4.F : 9999.F, &writer.status);
        if (bitpix == SHORT_IMG)
            writer.image<short>(bitpix, {width, height}, {values.begin(), values.end()});
        else if (bitpix == USHORT_IMG)
            writer.image<unsigned short>(bitpix, {width, height}, {values.begin(), values.end()});
        else if (bitpix == LONG_IMG)
            writer.image<int>(bitpix, {width, height}, {values.begin(), values.end()});
        else if (bitpix == FLOAT_IMG)
            writer.image<float>(bitpix, {width, height}, values);
        else
            writer.image<double>(bitpix, {width, height}, {values.begin(), values.end()});
        writer.close();
        QCOMPARE(writer.status, 0);

        std::vector<double> read(values.begin(), values.end());
        if (quantise) { // what was written is not what was given
            fitsfile *again = nullptr;
            int status = 0;
            ::fits_open_diskfile(&again, file.constData(), READONLY, &status);
            ::fits_movabs_hdu(again, 2, nullptr, &status);
            ::fits_read_img(again, TDOUBLE, 1, LONGLONG(read.size()), nullptr, read.data(), nullptr, &status);
            ::fits_close_file(again, &status);
            QCOMPARE(status, 0);
        }
        ReaderFixture reader;
        const QJsonArray hdus = hdusOf(reader.ask("deep", file));
        QCOMPARE(hdus.size(), 2);
        const QJsonObject hdu = hdus.at(1).toObject();
        QCOMPARE(hdu.value(QLatin1String("type")).toString(), QStringLiteral("compressed image"));
        QCOMPARE(hdu.value(QLatin1String("axes")).toArray(), numbers({int(width), int(height)}));
        if (algorithm != HCOMPRESS_1) // which adds to a tile what would remain
            QCOMPARE(hdu.value(QLatin1String("tile")).toArray(), numbers({int(tile[0]), int(tile[1])}));
        const QString wrong = difference(statistics(hdu), statisticsOf(read));
        QVERIFY2(wrong.isEmpty(), wrong.toUtf8() + ": " + reader.lastLine.right(300));
    }

private slots:
    void integersAreExact()
    {
        checkIntegers<signed char>(SBYTE_IMG, "int8");
        checkIntegers<unsigned char>(BYTE_IMG, "uint8");
        checkIntegers<short>(SHORT_IMG, "int16");
        checkIntegers<unsigned short>(USHORT_IMG, "uint16");
        checkIntegers<int>(LONG_IMG, "int32");
        checkIntegers<unsigned>(ULONG_IMG, "uint32");
        checkIntegers<LONGLONG>(LONGLONG_IMG, "int64");
        checkIntegers<ULONGLONG>(ULONGLONG_IMG, "uint64");
    }

    void floatsAreCountedByKind()
    {
        std::mt19937 random(3);
        std::vector<float> singles(300'001);
        for (float &value : singles)
            value = float(random()) * 1e-3F - 1e6F;
        singles[0] = std::numeric_limits<float>::quiet_NaN();
        singles[1] = -std::numeric_limits<float>::infinity();
        singles[299'999] = std::numeric_limits<float>::infinity();
        singles[300'000] = std::numeric_limits<float>::quiet_NaN();
        // Little scatter about a large value, and squares beyond double's range.
        std::vector<double> doubles(200'003);
        for (double &value : doubles)
            value = 1e12 + double(random() % 1000) * 1e-3;
        const std::vector<double> large{1e300, -1e300, 2e300, 5e-324};
        const std::vector<double> none(5000, std::numeric_limits<double>::quiet_NaN());
        const QByteArray file = newPath();
        FitsWriter writer(file);
        writer.image<float>(FLOAT_IMG, {300'001}, singles);
        writer.image<double>(DOUBLE_IMG, {200'003}, doubles);
        writer.image<double>(DOUBLE_IMG, {4}, large);
        writer.image<double>(DOUBLE_IMG, {5000}, none);
        writer.close();
        ReaderFixture reader;
        const QJsonArray hdus = hdusOf(reader.ask("deep", file));
        QCOMPARE(hdus.size(), 4);
        QCOMPARE(difference(statistics(hdus.at(0).toObject()), statisticsOf(singles)), QString());
        const QJsonObject found = statistics(hdus.at(1).toObject());
        QCOMPARE(difference(found, statisticsOf(doubles)), QString());
        const double deviation = statisticsOf(doubles).value(QLatin1String("deviation")).toDouble();
        QVERIFY(std::abs(found.value(QLatin1String("deviation")).toDouble() - deviation) < 1e-9 * deviation);
        QCOMPARE(difference(statistics(hdus.at(2).toObject()), statisticsOf(large)), QString());
        QCOMPARE(difference(statistics(hdus.at(3).toObject()), statisticsOf(none)), QString());
        QVERIFY(!statistics(hdus.at(3).toObject()).contains(QLatin1String("mean")));
    }

    void scalingAndBlanksAreInEffect()
    {
        std::vector<short> stored{-32768, 5, 6, 7, -32768, 100};
        const QByteArray file = newPath();
        FitsWriter writer(file);
        writer.image<short>(SHORT_IMG, {6}, stored);
        writer.key("BLANK", -32768);
        double scale = -0.5;
        double zero = 10;
        ::fits_write_key(writer.file, TDOUBLE, "BSCALE", &scale, nullptr, &writer.status);
        ::fits_write_key(writer.file, TDOUBLE, "BZERO", &zero, nullptr, &writer.status);
        writer.close();
        QCOMPARE(writer.status, 0);
        ReaderFixture reader;
        const QJsonObject found = statistics(hdusOf(reader.ask("deep", file)).at(0).toObject());
        QCOMPARE(difference(found, statisticsOf<double>({7.5, 7, 6.5, -40})), QString());
        QCOMPARE(found.value(QLatin1String("blank")).toInt(), 2);
    }

    void compressedTilesAreDecompressed()
    {
        for (const std::vector<long> &tile : {std::vector<long>{301, 1}, {64, 50}, {7, 203}}) {
            checkCompressed(RICE_1, SHORT_IMG, tile, false);
            checkCompressed(GZIP_1, LONG_IMG, tile, false);
            checkCompressed(GZIP_2, USHORT_IMG, tile, false);
            checkCompressed(GZIP_2, FLOAT_IMG, tile, false);
            checkCompressed(GZIP_1, DOUBLE_IMG, tile, false);
            checkCompressed(RICE_1, FLOAT_IMG, tile, true);
            if (QTest::currentTestFailed())
                return;
        }
        checkCompressed(HCOMPRESS_1, SHORT_IMG, {64, 50}, false);
        checkCompressed(PLIO_1, SHORT_IMG, {301, 1}, false);
    }

    void undefinedPixelsInTilesAreCounted()
    {
        std::vector<float> values(100 * 100, 1000.F);
        for (std::size_t at = 0; at < values.size(); ++at)
            values[at] += float(at * 7919 % 1000);
        values[3] = values[4005] = std::numeric_limits<float>::quiet_NaN();
        const QByteArray file = newPath();
        FitsWriter writer(file);
        ::fits_set_compression_type(writer.file, RICE_1, &writer.status);
        ::fits_set_quantize_level(writer.file, 16, &writer.status);
        long axes[] = {100, 100};
        float undefined = std::numeric_limits<float>::quiet_NaN();
        ::fits_create_img(writer.file, FLOAT_IMG, 2, axes, &writer.status);
        ::fits_write_imgnull(writer.file, TFLOAT, 1, 10'000, values.data(), &undefined, &writer.status);
        ::fits_set_compression_type(writer.file, RICE_1, &writer.status);
        ::fits_create_img(writer.file, SHORT_IMG, 2, axes, &writer.status);
        writer.key("BLANK", -1);
        ::fits_set_imgnull(writer.file, -1, &writer.status);
        ::fits_write_imgnull(writer.file, TFLOAT, 1, 10'000, values.data(), &undefined, &writer.status);
        writer.close();
        ReaderFixture reader;
        const QJsonArray hdus = hdusOf(reader.ask("deep", file));
        const QJsonObject quantised = statistics(hdus.at(1).toObject());
        QCOMPARE(quantised.value(QLatin1String("nan")).toInt(), 2);
        QCOMPARE(quantised.value(QLatin1String("count")).toInt(), 9998);
    }

    // cfitsio stores a tile as it is where its range is too large to be quantised.
    void aTileAmongQuantisedOnesKeepsItsInfinity()
    {
        std::mt19937 random(9);
        std::vector<float> values(200 * 4);
        for (std::size_t at = 0; at < values.size(); ++at)
            values[at] = at / 200 == 2 ? float(random()) * 1e20F : 1000.F + float(random() % 1000);
        values[500] = std::numeric_limits<float>::infinity();
        const QByteArray file = newPath();
        FitsWriter writer(file);
        ::fits_set_compression_type(writer.file, RICE_1, &writer.status);
        ::fits_set_quantize_level(writer.file, 1e-6F, &writer.status);
        writer.image<float>(FLOAT_IMG, {200, 4}, values);
        writer.close();
        QCOMPARE(writer.status, 0);
        fitsfile *again = nullptr;
        int status = 0;
        LONGLONG length = 0;
        LONGLONG offset = 0;
        ::fits_open_diskfile(&again, file.constData(), READONLY, &status);
        ::fits_movabs_hdu(again, 2, nullptr, &status);
        ::fits_read_descriptll(again, 1, 3, &length, &offset, &status);
        ::fits_close_file(again, &status);
        QCOMPARE(status, 0);
        QCOMPARE(length, 0); // or it was quantised
        ReaderFixture reader;
        const QJsonObject found = statistics(hdusOf(reader.ask("deep", file)).at(1).toObject());
        QCOMPARE(found.value(QLatin1String("infinite")).toInt(), 1);
        QCOMPARE(found.value(QLatin1String("nan")).toInt(), 0);
    }

    void structureIsWrittenAtEachDepth()
    {
        const QByteArray file = newPath();
        FitsWriter writer(file);
        long none = 0;
        ::fits_create_img(writer.file, BYTE_IMG, 0, &none, &writer.status);
        ::fits_write_key_longstr(writer.file, "LONG", QByteArray(150, 'x').append("it's").constData(),
                                 "comment", &writer.status);
        ::fits_write_comment(writer.file, "a remark", &writer.status);
        char *types[] = {const_cast<char *>("TIME"), const_cast<char *>("FLUX")};
        char *forms[] = {const_cast<char *>("1D"), const_cast<char *>("100E")};
        char *units[] = {const_cast<char *>("s"), const_cast<char *>("")};
        ::fits_create_tbl(writer.file, BINARY_TBL, 12, 2, types, forms, units, "EVENTS", &writer.status);
        char *asciiForms[] = {const_cast<char *>("F10.3"), const_cast<char *>("I5")};
        ::fits_create_tbl(writer.file, ASCII_TBL, 0, 2, types, asciiForms, units, "LOG", &writer.status);
        writer.image<short>(SHORT_IMG, {4, 3, 2}, std::vector<short>(24, 9));
        writer.close();
        QCOMPARE(writer.status, 0);
        ReaderFixture reader;
        const QJsonObject answer = reader.ask("quick", file);
        QCOMPARE(answer.value(QLatin1String("format")).toString(), QStringLiteral("FITS"));
        QVERIFY(answer.value(QLatin1String("seconds")).toDouble(-1) >= 0);
        QJsonArray hdus = hdusOf(answer);
        QCOMPARE(hdus.size(), 4);
        const QJsonObject table = hdus.at(1).toObject();
        QCOMPARE(table.value(QLatin1String("type")).toString(), QStringLiteral("binary table"));
        QCOMPARE(table.value(QLatin1String("name")).toString(), QStringLiteral("EVENTS"));
        QCOMPARE(table.value(QLatin1String("rows")).toInt(), 12);
        const QJsonObject column = table.value(QLatin1String("columns")).toArray().at(0).toObject();
        QCOMPARE(column.value(QLatin1String("name")).toString(), QStringLiteral("TIME"));
        QCOMPARE(column.value(QLatin1String("form")).toString(), QStringLiteral("1D"));
        QCOMPARE(column.value(QLatin1String("unit")).toString(), QStringLiteral("s"));
        QCOMPARE(hdus.at(2).toObject().value(QLatin1String("type")).toString(), QStringLiteral("table"));
        QCOMPARE(hdus.at(3).toObject().value(QLatin1String("axes")).toArray(), numbers({4, 3, 2}));
        QVERIFY(!hdus.at(0).toObject().contains(QLatin1String("header")));
        QVERIFY(!hdus.at(3).toObject().contains(QLatin1String("statistics")));

        hdus = hdusOf(reader.ask("standard", file));
        QVERIFY(!hdus.at(3).toObject().contains(QLatin1String("statistics")));
        const QJsonArray header = hdus.at(0).toObject().value(QLatin1String("header")).toArray();
        const auto contains = [&header](const QJsonArray &card) { return header.contains(card); };
        QVERIFY2(contains({QStringLiteral("LONG"), QString(150, u'x') + QStringLiteral("it's"),
                           QStringLiteral("comment")}),
                 reader.lastLine);
        QVERIFY(contains({QStringLiteral("COMMENT"), QStringLiteral(" a remark")}) ||
                contains({QStringLiteral("COMMENT"), QStringLiteral("a remark")}));
        QCOMPARE(header.at(0).toArray().at(0).toString(), QStringLiteral("SIMPLE"));
        QCOMPARE(header.at(0).toArray().at(1), QJsonValue(true));
        QCOMPARE(header.at(1).toArray().at(1), QJsonValue(8));

        hdus = hdusOf(reader.ask("deep", file));
        QCOMPARE(hdus.at(0).toObject().value(QLatin1String("skipped")).toString(), QStringLiteral("no data"));
        QCOMPARE(difference(statistics(hdus.at(3).toObject()), statisticsOf(std::vector<short>(24, 9))),
                 QString());
    }

    void aLongHeaderIsCutOff()
    {
        const QByteArray file = newPath();
        FitsWriter writer(file);
        writer.image<short>(SHORT_IMG, {1}, {1});
        for (int index = 0; index < 20'000; ++index)
            writer.key(QByteArray("K" + QByteArray::number(index)).constData(), index);
        writer.close();
        ReaderFixture reader;
        const QJsonObject metadata = reader.ask("deep", file).value(QLatin1String("metadata")).toObject();
        QCOMPARE(metadata.value(QLatin1String("cut")), QJsonValue(true));
        QVERIFY(reader.lastLine.size() < 1'000'000);
        QVERIFY(metadata.value(QLatin1String("hdus"))
                    .toArray()
                    .at(0)
                    .toObject()
                    .contains(QLatin1String("statistics")));
    }

    void aTruncatedFileIsNamed()
    {
        const QByteArray file = newPath();
        FitsWriter writer(file);
        writer.image<short>(SHORT_IMG, {10'000}, std::vector<short>(10'000, 4));
        writer.image<short>(SHORT_IMG, {10'000}, std::vector<short>(10'000, 5));
        writer.close();
        QCOMPARE(::truncate(file.constData(), 2880 * 12), 0);
        ReaderFixture reader;
        const QJsonArray hdus = hdusOf(reader.ask("deep", file));
        QCOMPARE(hdus.size(), 2);
        QVERIFY(!hdus.at(0).toObject().contains(QLatin1String("truncated")));
        QCOMPARE(hdus.at(1).toObject().value(QLatin1String("truncated")), QJsonValue(true));
        QCOMPARE(hdus.at(1).toObject().value(QLatin1String("skipped")).toString(),
                 QStringLiteral("the file ends within the data"));
        // Within the first header.
        QCOMPARE(::truncate(file.constData(), 1000), 0);
        QCOMPARE(reader.kindOf(file), QStringLiteral("unreadable"));
    }

    void memoryStaysWithin32MiB()
    {
#ifdef SANITIZED
        QSKIP("a sanitizer needs memory of its own");
#endif
        const QByteArray file = newPath();
        FitsWriter writer(file);
        writer.image<float>(FLOAT_IMG, {4096, 4096}, std::vector<float>(4096 * 4096, 2.5F));
        for (const long side : {256L, 600L, 4096L}) { // a row of tiles is 8 MiB; 20 MiB; a tile is 128 MiB
            long tile[] = {side, side};
            ::fits_set_compression_type(writer.file, RICE_1, &writer.status);
            ::fits_set_tile_dim(writer.file, 2, tile, &writer.status);
            std::vector<int> values(4096 * 4096);
            for (std::size_t at = 0; at < values.size(); ++at)
                values[at] = int(at * 7919 % 10'007);
            writer.image<int>(LONG_IMG, {4096, 4096}, values);
        }
        writer.close();
        QCOMPARE(writer.status, 0);
        ReaderFixture reader;
        const QJsonArray hdus = hdusOf(reader.ask("deep", file));
        QCOMPARE(hdus.size(), 4);
        for (int index = 0; index < 3; ++index)
            QVERIFY2(hdus.at(index).toObject().contains(QLatin1String("statistics")),
                     reader.lastLine.right(2000));
        QVERIFY(hdus.at(3)
                    .toObject()
                    .value(QLatin1String("skipped"))
                    .toString()
                    .contains(QLatin1String("memory")));
        QVERIFY2(reader.status("VmHWM") < 32 * 1024, QByteArray::number(reader.status("VmHWM")));
    }

    // An answer each, whatever the bytes; a crash of the library is an answer, too, and ends the process.
    void aDamagedFileIsAnswered()
    {
        const unsigned seed = std::random_device()();
        qInfo("seed %u", seed);
        std::mt19937 random(seed);
        std::vector<QByteArray> originals;
        for (const int kind : {0, 1, 2}) {
            const QByteArray file = newPath();
            FitsWriter writer(file);
            if (kind > 0) {
                long tile[] = {32, 16};
                ::fits_set_compression_type(writer.file, kind == 1 ? RICE_1 : HCOMPRESS_1, &writer.status);
                ::fits_set_tile_dim(writer.file, 2, tile, &writer.status);
            }
            std::vector<short> values(64 * 64);
            for (short &value : values)
                value = short(random() % 2000);
            writer.image<short>(SHORT_IMG, {64, 64}, values);
            char *types[] = {const_cast<char *>("A"), const_cast<char *>("B")};
            char *forms[] = {const_cast<char *>("1PJ(9)"), const_cast<char *>("20A")};
            ::fits_set_compression_type(writer.file, 0, &writer.status);
            ::fits_create_tbl(writer.file, BINARY_TBL, 5, 2, types, forms, nullptr, "T", &writer.status);
            writer.close();
            QCOMPARE(writer.status, 0);
            QFile bytes(QFile::decodeName(file));
            QVERIFY(bytes.open(QIODevice::ReadOnly));
            originals.push_back(bytes.readAll());
        }
        const QByteArray file = newPath();
        const QStringList options{QStringLiteral("--seconds-per-file"), QStringLiteral("2")};
        auto reader = std::make_unique<ReaderFixture>(options);
        QDeadlineTimer deadline(100'000);
        int answered = 0;
        int crashes = 0;
        for (; answered < 300 && !deadline.hasExpired(); ++answered) {
            QByteArray bytes = originals[random() % originals.size()];
            const int damages = 1 + int(random() % 20);
            for (int damage = 0; damage < damages; ++damage) {
                // Headers more often than their share of the bytes, and digits in them.
                const auto at =
                    qsizetype(random() % 2 ? random() % 8640 : random() % unsigned(bytes.size())) %
                    bytes.size();
                bytes[at] = random() % 2 ? char('0' + random() % 10) : char(random());
            }
            if (random() % 5 == 0)
                bytes.truncate(qsizetype(random() % unsigned(bytes.size())));
            QVERIFY(writeFile(file, bytes));
            const QJsonObject answer = reader->ask("deep", file);
            QVERIFY2(answer.contains(QLatin1String("ok")), QByteArray::number(answered));
            if (answer.contains(QLatin1String("ended"))) {
                ++crashes;
                reader = std::make_unique<ReaderFixture>(options);
            }
        }
        QCOMPARE(answered, 300);
        qInfo("crashes of the library: %d", crashes);
    }
};

MANOMETER_TEST(Core, TestReaderFits)
#include "tst_reader_fits.moc"
