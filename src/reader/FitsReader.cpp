// SPDX-License-Identifier: GPL-3.0-or-later
#include "reader/FitsReader.h"

#include "reader/FitsHeader.h"
#include "reader/Numbers.h"
#include "reader/Statistics.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <fitsio.h>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace manometer::reader {

namespace {

constexpr std::size_t pieceBytes = 1U << 20U;
// A tile is decompressed into integers and into doubles, beside its compressed bytes: four times as much at
// most.
constexpr std::uint64_t mostTileBytes = 3U << 20U;
// cfitsio keeps the tiles of a row of tiles. When they are this many bytes, the image is opened again.
constexpr std::uint64_t mostKeptTileBytes = 4U << 20U;
constexpr int mostAxes = 32;
constexpr int mostTileAxes = 6; // cfitsio's MAX_COMPRESS_DIM
constexpr const char *tooLong = "reading it takes too long";

using Status = int;

std::string errorText(Status status)
{
    std::array<char, FLEN_STATUS> text = {};
    ::fits_get_errstatus(status, text.data());
    ::fits_clear_errmsg();
    return text.data();
}

class FitsFile
{
public:
    explicit FitsFile(fitsfile *file)
        : m_file(file)
    {}
    ~FitsFile()
    {
        Status ignored = 0;
        ::fits_close_file(m_file, &ignored);
        ::fits_clear_errmsg();
    }
    FitsFile(const FitsFile &) = delete;
    FitsFile &operator=(const FitsFile &) = delete;

    operator fitsfile *() const { return m_file; }

    std::optional<std::string> text(const char *key) const
    {
        std::array<char, FLEN_VALUE> value = {};
        Status status = 0;
        if (::fits_read_key(m_file, TSTRING, key, value.data(), nullptr, &status) != 0)
            return std::nullopt;
        return value.data();
    }
    std::optional<LONGLONG> integer(const char *key) const
    {
        LONGLONG value = 0;
        Status status = 0;
        if (::fits_read_key(m_file, TLONGLONG, key, &value, nullptr, &status) != 0)
            return std::nullopt;
        return value;
    }
    double number(const char *key, double otherwise) const
    {
        double value = 0;
        Status status = 0;
        return ::fits_read_key(m_file, TDOUBLE, key, &value, nullptr, &status) == 0 ? value : otherwise;
    }
    bool isTrue(const char *key) const
    {
        int value = 0;
        Status status = 0;
        return ::fits_read_key(m_file, TLOGICAL, key, &value, nullptr, &status) == 0 && value != 0;
    }

private:
    fitsfile *m_file;
};

std::string indexed(const char *name, int index)
{
    return name + std::to_string(index);
}

// Of the stored values; with the offset that makes them unsigned, or bytes signed (FITS 4.0, 5.2.5), of what
// they mean.
std::string_view wordOfType(int bitpix, const Scaling &scaling)
{
    const auto isOffset = [&scaling](double zero) { return scaling.scale == 1 && scaling.zero == zero; };
    switch (bitpix) {
    case BYTE_IMG:
        return isOffset(-128) ? "int8" : "uint8";
    case SHORT_IMG:
        return isOffset(0x1p15) ? "uint16" : "int16";
    case LONG_IMG:
        return isOffset(0x1p31) ? "uint32" : "int32";
    case LONGLONG_IMG:
        return isOffset(0x1p63) ? "uint64" : "int64";
    case FLOAT_IMG:
        return "float32";
    case DOUBLE_IMG:
        return "float64";
    default:
        return "unknown";
    }
}

bool isConvention(int bitpix, const Scaling &scaling)
{
    return wordOfType(bitpix, scaling) != wordOfType(bitpix, {});
}

struct Image
{
    int bitpix = 0;
    std::vector<LONGLONG> axes; // NAXIS1 first
    std::uint64_t pixels = 0;   // 0 where the product is out of range, too
    bool isCompressed = false;
    Scaling scaling;
};

// Why statistics are missing; or nothing, and they have been written. A failure is the whole file's.
using Skipped = Expected<std::optional<std::string>, Failure>;

class FitsReader
{
public:
    FitsReader(const FitsFile &fits, const File &file, Depth depth, Budget &budget, Answers &answers,
               json::Writer &writer)
        : m_fits(fits)
        , m_file(file)
        , m_depth(depth)
        , m_budget(budget)
        , m_answers(answers)
        , m_writer(writer)
    {}

    Expected<void, Failure> read()
    {
        m_writer.beginObject();
        m_writer.member("hdus");
        m_writer.beginArray();
        std::string note;
        for (m_hdu = 1; m_budget.take(0); ++m_hdu) {
            Status status = 0;
            int type = 0;
            if (::fits_movabs_hdu(m_fits, m_hdu, &type, &status) != 0) {
                if (status != END_OF_FILE)
                    note = "HDU " + std::to_string(m_hdu) + " cannot be read: " + errorText(status);
                ::fits_clear_errmsg();
                break;
            }
            if (auto done = hdu(type); !done)
                return done;
        }
        m_writer.endArray();
        if (!note.empty())
            m_writer.member("note", note);
        if (m_budget.isCut()) {
            m_writer.member("cut");
            m_writer.literal("true");
        }
        m_writer.endObject();
        return {};
    }

private:
    void number(std::string_view name, std::int64_t value)
    {
        m_writer.member(name);
        m_writer.literal(numberText(value));
    }

    // False: it does not fit into the answer.
    bool text(std::string_view name, const std::optional<std::string> &value)
    {
        if (!value || value->empty())
            return true;
        if (!m_budget.take(name.size() + value->size()))
            return false;
        m_writer.member(name, *value);
        return true;
    }

    Expected<void, Failure> hdu(int type)
    {
        Status status = 0;
        const bool isCompressed = type != ASCII_TBL && ::fits_is_compressed_image(m_fits, &status) != 0;
        const bool isImage = type == IMAGE_HDU || isCompressed;
        m_writer.beginObject();
        m_writer.member("type", isCompressed         ? "compressed image"
                                : isImage            ? "image"
                                : type == ASCII_TBL  ? "table"
                                : type == BINARY_TBL ? "binary table"
                                                     : "unknown");
        text("name", m_fits.text("EXTNAME"));
        if (const auto version = m_fits.integer("EXTVER"))
            number("version", *version);
        const bool isTruncated = endsBeyondFile();
        if (isTruncated) {
            m_writer.member("truncated");
            m_writer.literal("true");
        }
        std::optional<Image> image;
        if (isImage)
            image = writeImage(isCompressed);
        else
            writeTable();
        if (m_depth != Depth::Quick)
            writeHeader();
        if (m_depth == Depth::Deep && isImage) {
            const Skipped skipped = isTruncated ? Skipped("the file ends within the data")
                                    : !image    ? Skipped("its axes are not understood")
                                                : statistics(*image);
            if (!skipped)
                return Unexpected<Failure>(skipped.error());
            if (*skipped)
                m_writer.member("skipped", **skipped);
        }
        m_writer.endObject();
        return {};
    }

    // FITS 4.0, 4.4.1.2: |BITPIX| * GCOUNT * (PCOUNT + NAXIS1 * NAXIS2 * ...) bits. Without the padding
    // behind it.
    bool endsBeyondFile()
    {
        LONGLONG head = 0;
        LONGLONG data = 0;
        LONGLONG end = 0;
        Status status = 0;
        ::fits_get_hduaddrll(m_fits, &head, &data, &end, &status);
        m_dataBegin = std::max(LONGLONG(0), data);
        m_dataEnd = std::max(m_dataBegin, end);
        const auto axes = std::min(LONGLONG(999), m_fits.integer("NAXIS").value_or(0));
        long double values = axes > 0 ? 1 : 0;
        const bool hasGroups = m_fits.isTrue("GROUPS") && m_fits.integer("NAXIS1") == 0;
        for (int axis = hasGroups ? 2 : 1; axis <= axes; ++axis)
            values *= static_cast<long double>(m_fits.integer(indexed("NAXIS", axis).c_str()).value_or(0));
        values += static_cast<long double>(m_fits.integer("PCOUNT").value_or(0));
        values *= static_cast<long double>(m_fits.integer("GCOUNT").value_or(1));
        const LONGLONG valueBytes = std::abs(m_fits.integer("BITPIX").value_or(8)) / 8;
        const long double bytes = values * static_cast<long double>(valueBytes);
        return static_cast<long double>(m_dataBegin) + bytes > static_cast<long double>(m_file.bytes());
    }

    std::optional<Image> writeImage(bool isCompressed)
    {
        Image image;
        image.isCompressed = isCompressed;
        Status status = 0;
        int axes = 0;
        ::fits_get_img_type(m_fits, &image.bitpix, &status);
        ::fits_get_img_dim(m_fits, &axes, &status);
        if (status != 0 || axes < 0 || axes > mostAxes || (isCompressed && axes > mostTileAxes)) {
            ::fits_clear_errmsg();
            return std::nullopt;
        }
        image.axes.resize(static_cast<std::size_t>(axes));
        if (axes > 0 && ::fits_get_img_sizell(m_fits, axes, image.axes.data(), &status) != 0) {
            ::fits_clear_errmsg();
            return std::nullopt;
        }
        image.scaling = {m_fits.number("BSCALE", 1), m_fits.number("BZERO", 0)};
        const Scaling &scaling = image.scaling;
        m_writer.member("datatype", wordOfType(image.bitpix, scaling));
        if ((scaling.scale != 1 || scaling.zero != 0) && !isConvention(image.bitpix, scaling)) {
            m_writer.member("scale");
            m_writer.literal(jsonNumber(static_cast<long double>(scaling.scale)));
            m_writer.member("zero");
            m_writer.literal(jsonNumber(static_cast<long double>(scaling.zero)));
        }
        m_writer.member("axes");
        m_writer.beginArray();
        long double pixels = axes > 0 ? 1 : 0;
        for (const LONGLONG length : image.axes) {
            m_writer.literal(numberText(std::int64_t(length)));
            pixels *= static_cast<long double>(std::max(LONGLONG(0), length));
        }
        m_writer.endArray();
        if (pixels < 0x1p62L)
            image.pixels = static_cast<std::uint64_t>(pixels);
        if (isCompressed) {
            text("compression", m_fits.text("ZCMPTYPE"));
            m_writer.member("tile");
            m_writer.beginArray();
            for (const long length : tileOf(image))
                m_writer.literal(numberText(length));
            m_writer.endArray();
        }
        if (m_fits.isTrue("GROUPS") && !image.axes.empty() && image.axes.front() == 0) {
            m_writer.member("randomGroups");
            m_writer.literal("true");
        }
        return image;
    }

    // ZTILEn; without it, rows (FITS 4.0, 10.1.1).
    std::vector<long> tileOf(const Image &image) const
    {
        std::vector<long> tile;
        for (std::size_t axis = 0; axis < image.axes.size(); ++axis) {
            const LONGLONG otherwise = axis == 0 ? image.axes[0] : 1;
            const LONGLONG length =
                m_fits.integer(indexed("ZTILE", static_cast<int>(axis) + 1).c_str()).value_or(otherwise);
            tile.push_back(static_cast<long>(std::max(LONGLONG(1), std::min(length, image.axes[axis]))));
        }
        return tile;
    }

    void writeTable()
    {
        Status status = 0;
        LONGLONG rows = 0;
        int columns = 0;
        ::fits_get_num_rowsll(m_fits, &rows, &status);
        ::fits_get_num_cols(m_fits, &columns, &status);
        if (status != 0)
            return ::fits_clear_errmsg();
        number("rows", rows);
        m_writer.member("columns");
        m_writer.beginArray();
        for (int column = 1; column <= columns && m_budget.take(0); ++column) {
            m_writer.beginObject();
            text("name", m_fits.text(indexed("TTYPE", column).c_str()));
            text("form", m_fits.text(indexed("TFORM", column).c_str()));
            text("unit", m_fits.text(indexed("TUNIT", column).c_str()));
            m_writer.endObject();
        }
        m_writer.endArray();
    }

    // An array of [keyword, value, comment] in the file's order; commentary has no third element.
    void writeHeader()
    {
        Status status = 0;
        int keys = 0;
        ::fits_get_hdrspace(m_fits, &keys, nullptr, &status);
        m_writer.member("header");
        m_writer.beginArray();
        for (int key = 1; key <= keys && status == 0; ++key) {
            Card card = cardAt(key, status);
            if (status != 0)
                break;
            // A long string (FITS 4.0, 4.2.1.2): "&" at its end, and CONTINUE cards.
            while (card.value.isText && card.value.text.ends_with('&') && key < keys) {
                const Card next = cardAt(key + 1, status);
                if (status != 0 || next.name != "CONTINUE")
                    break;
                card.value.text.pop_back();
                card.value.text += next.value.text;
                card.comment += next.comment;
                ++key;
                if (card.value.text.size() > Budget::mostBytes)
                    break;
            }
            if (!m_budget.take(card.name.size() + card.value.text.size() + card.comment.size()))
                break;
            m_writer.beginArray();
            m_writer.value(card.name);
            if (card.value.isText)
                m_writer.value(card.value.text);
            else
                m_writer.literal(card.value.text);
            if (!card.comment.empty())
                m_writer.value(card.comment);
            m_writer.endArray();
        }
        ::fits_clear_errmsg();
        m_writer.endArray();
    }

    struct Card
    {
        std::string name;
        FitsValue value;
        std::string comment;
    };

    Card cardAt(int index, Status &status) const
    {
        std::array<char, FLEN_CARD> record = {};
        if (::fits_read_record(m_fits, index, record.data(), &status) != 0)
            return {};
        const std::string_view whole = record.data();
        Card card;
        std::array<char, FLEN_KEYWORD> name = {};
        int length = 0;
        ::fits_get_keyname(record.data(), name.data(), &length, &status);
        card.name = name.data();
        if (card.name == "COMMENT" || card.name == "HISTORY" || card.name.empty()) {
            card.value = {true, std::string(whole.substr(std::min(whole.size(), std::size_t(8))))};
            return card;
        }
        if (card.name == "CONTINUE") // has a value, but no indicator of one; cfitsio takes it for a comment
            std::memcpy(record.data(), "ITSVALUE=", 9);
        std::array<char, FLEN_CARD> value = {};
        std::array<char, FLEN_CARD> comment = {};
        ::fits_parse_value(record.data(), value.data(), comment.data(), &status);
        if (status != 0) { // a card that is none is shown as it is
            status = 0;
            ::fits_clear_errmsg();
            card.value = {true, std::string(whole)};
            return card;
        }
        card.value = fitsValueOf(value.data());
        card.comment = comment.data();
        return card;
    }

    // Of `done` in `all` of the present data.
    bool mayContinue(std::uint64_t done, std::uint64_t all)
    {
        const double ratio = static_cast<double>(done) / static_cast<double>(all);
        const double at =
            static_cast<double>(m_dataBegin) + ratio * static_cast<double>(m_dataEnd - m_dataBegin);
        return m_answers.progress(at / static_cast<double>(m_file.bytes()));
    }

    Skipped statistics(const Image &image)
    {
        if (image.pixels == 0)
            return "no data";
        if (image.isCompressed)
            return compressedStatistics(image);
        switch (image.bitpix) {
        case BYTE_IMG:
            return integerStatistics<std::uint8_t>(image, TBYTE);
        case SHORT_IMG:
            return integerStatistics<std::int16_t>(image, TSHORT);
        case LONG_IMG:
            return integerStatistics<std::int32_t>(image, TINT);
        case LONGLONG_IMG:
            return integerStatistics<std::int64_t>(image, TLONGLONG);
        case FLOAT_IMG:
            return plainStatistics<float>(image, TFLOAT, std::nullopt);
        case DOUBLE_IMG:
            return plainStatistics<double>(image, TDOUBLE, std::nullopt);
        default:
            return "a BITPIX that is not in the standard";
        }
    }

    template<typename T>
    Skipped integerStatistics(const Image &image, int type)
    {
        const auto blank = m_fits.integer("BLANK");
        const bool fits =
            blank && *blank >= std::numeric_limits<T>::min() && *blank <= std::numeric_limits<T>::max();
        return plainStatistics<T>(image, type, fits ? std::optional(static_cast<T>(*blank)) : std::nullopt);
    }

    // The stored values are read and what is found is scaled, which is exact for the unsigned conventions.
    template<typename T>
    Skipped plainStatistics(const Image &image, int type, std::optional<T> blank)
    {
        Status status = 0;
        ::fits_set_bscale(m_fits, 1, 0, &status);
        std::vector<T> values(std::min<std::uint64_t>(pieceBytes / sizeof(T), image.pixels));
        const auto statistics = std::make_unique<Statistics<T>>();
        for (std::uint64_t done = 0; done < image.pixels && status == 0;) {
            const std::uint64_t count = std::min<std::uint64_t>(values.size(), image.pixels - done);
            ::fits_read_img(m_fits, type, static_cast<LONGLONG>(done + 1), static_cast<LONGLONG>(count),
                            nullptr, values.data(), nullptr, &status);
            if (status != 0)
                break;
            statistics->add(values.data(), count, blank);
            done += count;
            if (!mayContinue(done, image.pixels))
                return Unexpected<Failure>(Failure{FailureKind::Unreadable, tooLong});
        }
        if (status != 0)
            return errorText(status);
        statistics->write(m_writer, image.scaling);
        return std::nullopt;
    }

    // As doubles, which hold every value that cfitsio can decompress.
    Skipped compressedStatistics(const Image &image)
    {
        const std::vector<long> tile = tileOf(image);
        long double tilePixels = 1;
        for (const long length : tile)
            tilePixels *= static_cast<long double>(length);
        if (tilePixels * sizeof(double) > mostTileBytes)
            return "a tile of it needs more memory than is allowed";
        std::vector<double> values(static_cast<std::size_t>(tilePixels));
        const auto statistics = std::make_unique<Statistics<double>>();
        const bool isInteger = image.bitpix > 0;
        Status status = 0;
        int dataColumn = 0;
        int scaleColumn = 0;
        ::fits_get_colnum(m_fits, CASEINSEN, const_cast<char *>("COMPRESSED_DATA"), &dataColumn, &status);
        if (status != 0)
            return errorText(status);
        const bool hasScaleColumn =
            ::fits_get_colnum(m_fits, CASEINSEN, const_cast<char *>("ZSCALE"), &scaleColumn, &status) == 0;
        status = 0;
        ::fits_clear_errmsg();
        const bool isQuantised = !isInteger && (hasScaleColumn || m_fits.text("ZSCALE"));

        std::vector<long> first(image.axes.size(), 1);
        std::uint64_t done = 0;
        std::uint64_t keptBytes = 0;
        for (LONGLONG row = 1; done < image.pixels; ++row) {
            std::vector<long> last = first;
            std::uint64_t count = 1;
            for (std::size_t axis = 0; axis < first.size(); ++axis) {
                last[axis] =
                    static_cast<long>(std::min(LONGLONG(first[axis]) + tile[axis] - 1, image.axes[axis]));
                count *= static_cast<std::uint64_t>(last[axis] - first[axis] + 1);
            }
            // Where cfitsio looks for undefined values among stored floats, infinity is one to it, and a
            // value that is not normalised is 0. Quantised values need that search, and have neither.
            bool replacesUndefined = isInteger;
            if (isQuantised) {
                LONGLONG length = 0;
                LONGLONG offset = 0;
                ::fits_read_descriptll(m_fits, dataColumn, row, &length, &offset, &status);
                replacesUndefined = length > 0;
            }
            double undefined = replacesUndefined ? std::numeric_limits<double>::quiet_NaN() : 0;
            std::vector<long> step(first.size(), 1);
            int anyUndefined = 0;
            ::fits_read_subset(m_fits, TDOUBLE, first.data(), last.data(), step.data(), &undefined,
                               values.data(), &anyUndefined, &status);
            if (status != 0)
                return errorText(status);
            statistics->add(values.data(), count);
            done += count;
            if (!mayContinue(done, image.pixels))
                return Unexpected<Failure>(Failure{FailureKind::Unreadable, tooLong});
            keptBytes += count * sizeof(double);
            if (keptBytes > mostKeptTileBytes && !openAgain())
                return "the image cannot be opened again";
            keptBytes = keptBytes > mostKeptTileBytes ? 0 : keptBytes;
            for (std::size_t axis = 0; axis < first.size(); ++axis) {
                first[axis] = last[axis] + 1;
                if (first[axis] <= image.axes[axis])
                    break;
                first[axis] = 1;
            }
        }
        statistics->write(m_writer, {}, isInteger ? Undefined::Blank : Undefined::NotANumber);
        return std::nullopt;
    }

    bool openAgain()
    {
        Status status = 0;
        ::fits_movabs_hdu(m_fits, 1, nullptr, &status);
        ::fits_movabs_hdu(m_fits, m_hdu, nullptr, &status);
        return status == 0;
    }

    const FitsFile &m_fits;
    const File &m_file;
    Depth m_depth;
    Budget &m_budget;
    Answers &m_answers;
    json::Writer &m_writer;
    int m_hdu = 0;
    LONGLONG m_dataBegin = 0;
    LONGLONG m_dataEnd = 0;
};

} // namespace

Expected<void, Failure> readFits(const File &file, Depth depth, Budget &budget, Answers &answers,
                                 json::Writer &writer)
{
    fitsfile *opened = nullptr;
    Status status = 0;
    // Takes the name literally, without the syntax for extensions, filters and addresses.
    if (::fits_open_diskfile(&opened, file.libraryName().c_str(), READONLY, &status) != 0)
        return Unexpected<Failure>(Failure{FailureKind::Unreadable, errorText(status)});
    const FitsFile fits(opened);
    return FitsReader(fits, file, depth, budget, answers, writer).read();
}

} // namespace manometer::reader
