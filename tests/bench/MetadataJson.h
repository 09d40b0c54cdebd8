// SPDX-License-Identifier: GPL-3.0-or-later
//
// Generates typical cache values: JSON like that from a photo's EXIF and a frame's FITS header, about 2 KB,
// always the same for the same key. Field names recur from value to value, their contents do not: zstd -3
// alone compresses it by a factor of 2.1, with a trained dictionary by 4.3.
#pragma once

#include <array>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>

namespace manometer::bench {

// Appends the object line by line; draws the values from a splitmix64 sequence.
class MetadataWriter
{
public:
    explicit MetadataWriter(std::uint64_t key)
        : m_state(key * 0x9E3779B97F4A7C15u + 0xD1B54A32D192ED03u)
    {
        m_text.reserve(2560);
        m_text = "{\n";
    }

    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    // `decimals` digits after the point, 0 <= value < bound.
    double decimal(double bound) { return double(next() >> 11) / 9007199254740992.0 * bound; }
    template<std::size_t count>
    const char *oneOf(const std::array<const char *, count> &choices)
    {
        return choices[below(count)];
    }

    [[gnu::format(printf, 3, 4)]] void field(const char *name, const char *format, ...)
    {
        char value[160];
        std::va_list arguments;
        va_start(arguments, format);
        std::vsnprintf(value, sizeof value, format, arguments);
        va_end(arguments);
        m_text += m_text.size() > 2 ? ",\n \"" : " \"";
        m_text += name;
        m_text += "\": ";
        m_text += value;
    }
    std::string hash(const char *name, int words)
    {
        std::string digits;
        for (int word = 0; word < words; ++word) {
            char text[20];
            std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(next()));
            digits += text;
        }
        field(name, "\"%s\"", digits.c_str());
        return digits;
    }
    std::string finish() { return std::move(m_text += "\n}\n"); }

private:
    std::uint64_t next()
    {
        std::uint64_t mixed = m_state += 0x9E3779B97F4A7C15u;
        mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EBu;
        return mixed ^ mixed >> 31;
    }

    std::uint64_t m_state;
    std::string m_text;
};

inline std::string metadataJson(std::uint64_t key)
{
    static constexpr std::array cameras{"ZWO ASI2600MM Pro", "Canon EOS R5", "NIKON Z 7_2",     "QHY268M",
                                        "SONY ILCE-7RM4",    "Pentax K-1",   "FUJIFILM GFX100S"};
    static constexpr std::array lenses{"RF24-105mm F4 L IS USM", "NIKKOR Z 14-24mm f/2.8 S",
                                       "FE 70-200mm F2.8 GM OSS", "Esprit 100ED", "RedCat 51"};
    static constexpr std::array objects{"M 31",     "NGC 7000",   "IC 1396", "M 42",
                                        "NGC 6960", "Abell 2151", "M 101"};
    static constexpr std::array filters{"L", "R", "G", "B", "Ha", "OIII", "SII"};
    static constexpr std::array places{"Archenhold", "La Palma", "Tautenburg", "Haute-Provence",
                                       "Calar Alto"};

    MetadataWriter json(key);
    const unsigned year = 2012 + unsigned(json.below(13));
    const unsigned month = 1 + unsigned(json.below(12));
    const unsigned day = 1 + unsigned(json.below(28));
    const unsigned hour = unsigned(json.below(24));
    const unsigned minute = unsigned(json.below(60));
    const double second = json.decimal(60);
    const unsigned frame = unsigned(json.below(100'000));
    const char *object = json.oneOf(objects);
    const char *filter = json.oneOf(filters);
    const auto width = 3000 + 8 * json.below(800);
    const auto height = 2000 + 8 * json.below(600);
    const double ra = json.decimal(360);
    const double dec = json.decimal(180) - 90;
    const double latitude = json.decimal(180) - 90;
    const double longitude = json.decimal(360) - 180;
    const double scale = 1e-4 + json.decimal(5e-4);

    json.field("SourceFile", "\"/data/archive/%04u-%02u-%02u/%s_%s_%05u.fits\"", year, month, day, object,
               filter, frame);
    json.field("File:FileSize", "%llu",
               static_cast<unsigned long long>(width * height * 2 + json.below(9000)));
    json.field("File:FileName", "\"%s_%s_%05u.fits\"", object, filter, frame);
    json.field("File:FileModifyDate", "\"%04u:%02u:%02u %02u:%02u:%02u+02:00\"", year, month, day, hour,
               minute, unsigned(second));
    json.field("File:MIMEType", "\"image/fits\"");
    json.field("EXIF:DateTimeOriginal", "\"%04u-%02u-%02uT%02u:%02u:%06.3f\"", year, month, day, hour, minute,
               second);
    json.field("EXIF:ImageWidth", "%llu", static_cast<unsigned long long>(width));
    json.field("EXIF:ImageHeight", "%llu", static_cast<unsigned long long>(height));
    json.field("EXIF:Model", "\"%s\"", json.oneOf(cameras));
    json.field("EXIF:SerialNumber", "\"%012llu\"",
               static_cast<unsigned long long>(json.below(1'000'000'000'000)));
    json.field("EXIF:LensModel", "\"%s\"", json.oneOf(lenses));
    json.field("EXIF:LensSerialNumber", "\"%010llu\"",
               static_cast<unsigned long long>(json.below(10'000'000'000)));
    json.field("EXIF:FocalLength", "%.1f", 14 + json.decimal(1200));
    json.field("EXIF:FNumber", "%.1f", 1.4 + json.decimal(20));
    json.field("EXIF:ExposureTime", "%.6f", json.decimal(600));
    json.field("EXIF:ISO", "%llu", static_cast<unsigned long long>(100 << json.below(8)));
    json.field("EXIF:ColorTemperature", "%llu", static_cast<unsigned long long>(2500 + json.below(6000)));
    json.field("EXIF:GPSLatitude", "%.7f", latitude);
    json.field("EXIF:GPSLongitude", "%.7f", longitude);
    json.field("EXIF:GPSAltitude", "%.2f", json.decimal(3000));
    json.field("FITS:OBSERVAT", "\"%s\"", json.oneOf(places));
    json.field("FITS:OBJECT", "\"%s\"", object);
    json.field("FITS:FILTER", "\"%s\"", filter);
    json.field("FITS:DATE-OBS", "\"%04u-%02u-%02uT%02u:%02u:%06.3f\"", year, month, day, hour, minute,
               second);
    json.field("FITS:NAXIS1", "%llu", static_cast<unsigned long long>(width));
    json.field("FITS:NAXIS2", "%llu", static_cast<unsigned long long>(height));
    json.field("FITS:GAIN", "%.4f", json.decimal(3));
    json.field("FITS:EGAIN", "%.12f", json.decimal(1));
    json.field("FITS:CCD-TEMP", "%.2f", json.decimal(30) - 20);
    json.field("FITS:AIRMASS", "%.10f", 1 + json.decimal(1.5));
    json.field("FITS:MJD-OBS", "%.9f", 56000 + json.decimal(4500));
    json.field("FITS:FOCUSPOS", "%llu", static_cast<unsigned long long>(json.below(50'000)));
    json.field("FITS:CTYPE1", "\"RA---TAN-SIP\"");
    json.field("FITS:CRVAL1", "%.12f", ra);
    json.field("FITS:CRVAL2", "%.12f", dec);
    json.field("FITS:RA", "%.12f", ra);
    json.field("FITS:DEC", "%.12f", dec);
    json.field("FITS:CRPIX1", "%.4f", double(width) / 2 + json.decimal(10));
    json.field("FITS:CRPIX2", "%.4f", double(height) / 2 + json.decimal(10));
    json.field("FITS:CD1_1", "%.14e", -scale);
    json.field("FITS:CD1_2", "%.14e", json.decimal(1e-5));
    json.field("FITS:CD2_1", "%.14e", json.decimal(1e-5));
    json.field("FITS:CD2_2", "%.14e", scale);
    json.field("FITS:A_2_0", "%.14e", json.decimal(1e-6));
    json.field("FITS:A_0_2", "%.14e", json.decimal(1e-6));
    json.field("FITS:A_1_1", "%.14e", json.decimal(1e-6));
    json.field("FITS:B_2_0", "%.14e", json.decimal(1e-6));
    json.field("FITS:B_1_1", "%.14e", json.decimal(1e-6));
    json.field("FITS:B_0_2", "%.14e", json.decimal(1e-6));
    if (json.below(3) > 0) {
        json.field("FITS:Software", "\"N.I.N.A. 3.1 HF2\"");
        json.field("FITS:PIERSIDE", "\"%s\"", json.below(2) ? "East" : "West");
        json.field("FITS:FWHM", "%.5f", 1 + json.decimal(4));
        json.field("FITS:STARS", "%llu", static_cast<unsigned long long>(json.below(20'000)));
    }
    if (json.below(2) > 0) {
        json.field("FITS:SUNALT", "%.6f", -json.decimal(60));
        json.field("FITS:MOONPHASE", "%.6f", json.decimal(1));
        json.field("FITS:DEWPOINT", "%.2f", json.decimal(20) - 5);
        json.field("FITS:HUMIDITY", "%.2f", json.decimal(100));
        json.field("FITS:PRESSURE", "%.2f", 950 + json.decimal(80));
        json.field("FITS:WINDSPD", "%.2f", json.decimal(15));
    }
    json.field("FITS:MEAN", "%.9f", json.decimal(65535));
    json.field("FITS:STDEV", "%.9f", json.decimal(4000));
    json.field("Composite:ImageSize", "\"%llux%llu\"", static_cast<unsigned long long>(width),
               static_cast<unsigned long long>(height));
    json.field("Composite:GPSPosition", "\"%.7f %.7f\"", latitude, longitude);
    const std::string document = json.hash("EXIF:ImageUniqueID", 2);
    json.field("XMP:DocumentID", "\"xmp.did:%s\"", document.c_str());
    json.hash("File:MD5", 2);
    const std::string content = json.hash("File:SHA256", 4);
    json.field("XMP:InstanceID", "\"xmp.iid:%s\"", content.c_str());
    return json.finish();
}

} // namespace manometer::bench
