import type { Locale } from '../../contract/locales';

/** A product that the shop sells. Prices are in won and include VAT. */
export interface Product {
  sku: string;
  price: number;
  picture: string;
  name: Readonly<Record<Locale, string>>;
  option: Readonly<Record<Locale, string>>;
  /** The code of a promotion agreed with OCB, whose 두툼 points are valid for this product only. */
  promotionCode?: string;
}

export const PRODUCTS: readonly Product[] = [
  {
    sku: 'apron',
    price: 38_000,
    picture: '/public/apron.svg',
    name: { ko: '워싱 리넨 앞치마', en: 'Washed linen apron' },
    option: { ko: '먹색 · 프리 사이즈', en: 'Ink · one size' },
  },
  {
    sku: 'dripper',
    price: 24_000,
    picture: '/public/dripper.svg',
    name: { ko: '내열 유리 드리퍼 세트', en: 'Heat-proof glass dripper set' },
    option: { ko: '1~2인용 · 종이 필터 40매', en: '1–2 cups · 40 paper filters' },
  },
  {
    sku: 'beans',
    price: 17_000,
    picture: '/public/beans.svg',
    name: { ko: '오늘 볶은 원두 200g', en: 'Coffee beans roasted today, 200 g' },
    option: { ko: '홀빈 · 산미 적음', en: 'Whole beans · low acidity' },
    promotionCode: 'COFFEE2026',
  },
];

export const productOf = (sku: string): Product | undefined => PRODUCTS.find((product) => product.sku === sku);

export type Shipping = 'standard' | 'dawn';

/** Standard shipping is free from this amount of goods, in won. */
export const FREE_SHIPPING_FROM = 50_000;

/** Returns the shipping fee in won, for goods of `itemsTotal` won. */
export function shippingFee(shipping: Shipping, itemsTotal: number): number {
  if (shipping === 'dawn') return 3_500;
  return itemsTotal >= FREE_SHIPPING_FROM ? 0 : 3_000;
}

/** Returns the quantity and amount of the promoted product in an order, if it contains one (SPEC, eventInfo). */
export function promoted(lines: readonly { sku: string; unitPrice: number; quantity: number }[]) {
  for (const { sku, unitPrice, quantity } of lines) {
    const promotionCode = productOf(sku)?.promotionCode;
    if (promotionCode) return { promotionCode, eventPrctVolume: quantity, eventPrctAmout: unitPrice * quantity };
  }
  return undefined;
}
