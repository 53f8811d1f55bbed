/** The sandbox's two merchants. Their credentials are public and valid only in sandboxes. */
export const MERCHANTS = [
  {
    nxMctNo: '100000000000001',
    nxMctCorpNo: '1208800000001',
    name: '하루상점',
    basicAuth: 'aGFydTpoYXJ1LXNhbmRib3gtMQ==',
    aesKey: '4861727553616e64626f784b65793031',
    aesIv: '4861727553616e64626f784976303031',
    origins: ['http://localhost:4001'],
  },
  {
    nxMctNo: '100000000000002',
    nxMctCorpNo: '1208800000002',
    name: '달빛마트',
    basicAuth: 'ZGFsYml0OmRhbGJpdC1zYW5kYm94LTI=',
    aesKey: '44616c62697453616e64626f784b6579',
    aesIv: '44616c62697453616e64626f78497630',
    origins: ['http://localhost:4011'],
  },
] as const;

/** The merchants' 두툼 programmes, in the order in which a choice takes their points. */
export const DUTUM_PROGRAMS = [
  { id: 1, nxMctNo: '100000000000001', name: '하루상점 두툼', minAmount: 0, promotionCode: null, minVolume: 1 },
  { id: 2, nxMctNo: '100000000000001', name: '3만원 이상 두툼', minAmount: 30_000, promotionCode: null, minVolume: 1 },
  {
    id: 3,
    nxMctNo: '100000000000001',
    name: '원두 행사 두툼',
    minAmount: 0,
    promotionCode: 'COFFEE2026',
    minVolume: 1,
  },
  { id: 4, nxMctNo: '100000000000002', name: '달빛마트 두툼', minAmount: 0, promotionCode: null, minVolume: 1 },
  { id: 5, nxMctNo: '100000000000002', name: '5만원 이상 두툼', minAmount: 50_000, promotionCode: null, minVolume: 1 },
  {
    id: 6,
    nxMctNo: '100000000000001',
    name: '드리퍼 두 개 두툼',
    minAmount: 30_000,
    promotionCode: 'DRIPPER2026',
    minVolume: 2,
  },
] as const;
